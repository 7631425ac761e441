-- One signature of a card stands: any other corrects one before it, and names it.
CREATE UNIQUE INDEX issued_once ON issued_card (unit, about) WHERE corrects IS NULL;
