-- Who has a form open to write on it, window by window, and when each was last heard of.
CREATE TABLE form_editor (
  form TEXT NOT NULL,
  window TEXT NOT NULL,
  staff TEXT NOT NULL,
  seen_at INTEGER NOT NULL,
  PRIMARY KEY (form, window)
) STRICT, WITHOUT ROWID;
