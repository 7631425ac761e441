-- Cards are signed from publications, which hold what was told: nothing reads or writes what stood here.
DROP TABLE issued_counts;
