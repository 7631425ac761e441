// Keeps a draft while it is being written: undo and redo, saving by itself with the revision that it was read at, and a
// copy on this device until the Worker has it. Two versions are never merged in silence: the writer chooses.
import type { FormWithDraft } from '../../../schema/api/forms.ts';
import { isRecord } from '../../../schema/fields/field.ts';
import type { Definition } from '../../../schema/form/definition.ts';
import { isProblem, sentenceOf } from '../../ui/problem.ts';
import type { Saving } from '../../ui/save-state.tsx';
import { savable, writable } from './blanks.ts';
import { begun, done, type History, redone, undone } from './history.ts';

export interface KeeperIo {
  save: (rev: number, definition: Definition) => Promise<FormWithDraft>;
  read: () => Promise<FormWithDraft>;
  /** the copy on this device, and those that windows `left` which closed before they had saved, the newest first */
  here: {
    left: readonly (Copy & { forget: () => void })[];
    put: (copy: Copy) => void;
    /** whether what was put is on this device; a full or forbidden storage holds nothing */
    holds: () => boolean;
    drop: () => void;
    leave: () => void;
  };
  now: () => number;
  /** calls back after some time; returns how to call it off */
  later: (ms: number, work: () => void) => () => void;
}
export interface Copy {
  rev: number;
  definition: Definition;
}

const pause = 900;
const retry = 5000;

/** Keys in one order, so that a definition that travelled equals the one that stayed. */
const sorted = (_: string, value: unknown) =>
  isRecord(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;
const same = (one: Definition, other: Definition) =>
  JSON.stringify(savable(one), sorted) === JSON.stringify(savable(other), sorted);

export class Keeper {
  form: FormWithDraft;
  saving: Saving;
  /** set while two versions wait for a choice */
  theirs: FormWithDraft | undefined;
  #io: KeeperIo;
  #stored: Definition;
  /** sent since then: the Worker may have any of them, and its reply been lost */
  #sent = new Set<Definition>();
  #history: History<Definition>;
  #listeners = new Set<() => void>();
  #running: Promise<void> | undefined;
  #off: (() => void) | undefined;
  #closed = false;

  constructor(form: FormWithDraft, io: KeeperIo) {
    this.#io = io;
    this.form = form;
    this.#stored = writable(form.draft);
    this.#history = begun(this.#stored);
    this.saving = { state: 'saved', at: form.updatedAt };
    if (!form.mayEdit) return;
    // What was saved after all needs no copy; of the others one is gone on with, and the rest wait for the next opening.
    const isSaved = ({ definition }: Copy) => same(definition, this.#stored);
    for (const one of io.here.left) if (isSaved(one)) one.forget();
    const copy = io.here.left.find((one) => !isSaved(one));
    if (copy) {
      this.#history = begun(copy.definition);
      io.here.put({ rev: copy.rev, definition: copy.definition });
      if (io.here.holds()) copy.forget();
      if (copy.rev === form.rev) this.#soon(0);
      else this.#conflict(form);
    }
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  get definition(): Definition {
    return this.#history.now;
  }
  get canUndo(): boolean {
    return this.#history.past !== undefined;
  }
  get canRedo(): boolean {
    return this.#history.future !== undefined;
  }

  /** `group` names the field being typed in, so that a word is one step of undo and not each letter. */
  change(next: Definition, group = ''): void {
    this.#set(done(this.#history, next, group, this.#io.now()));
  }
  undo(): void {
    this.#set(undone(this.#history));
  }
  redo(): void {
    this.#set(redone(this.#history));
  }

  #set(history: History<Definition>): void {
    if (history === this.#history) return;
    this.#history = history;
    this.#io.here.put({ rev: this.form.rev, definition: this.definition });
    if (!this.theirs) {
      this.saving = { state: 'unsaved' };
      this.#soon(pause);
    }
    this.#tell();
  }

  #soon(ms: number): void {
    this.#off?.();
    if (this.#closed) return;
    this.#off = this.#io.later(ms, () => {
      this.save();
    });
  }

  /** Saves what is there now; resolves when it is saved or cannot be. */
  save(): Promise<void> {
    this.#off?.();
    this.#running ??= this.#save().finally(() => {
      this.#running = undefined;
      // Typed while the save was under way.
      if (this.saving.state === 'unsaved') this.#soon(pause);
    });
    return this.#running;
  }

  /** Saves until nothing is left to save. False when that could not be done. */
  async settle(): Promise<boolean> {
    while (!same(this.definition, this.#stored)) {
      await this.save();
      if (this.saving.state !== 'saved' && this.saving.state !== 'unsaved') return false;
    }
    return true;
  }

  async #save(): Promise<void> {
    if (this.theirs) return;
    const sent = this.definition;
    if (same(sent, this.#stored)) {
      this.#saved(sent, this.form);
      return;
    }
    this.#sent.add(sent);
    this.saving = { state: 'saving' };
    this.#tell();
    try {
      this.#saved(sent, await this.#io.save(this.form.rev, savable(sent)));
    } catch (thrown) {
      await this.#failed(thrown);
    }
    this.#tell();
  }

  #saved(sent: Definition, form: FormWithDraft): void {
    this.form = form;
    this.#stored = sent;
    this.#sent.clear();
    if (this.definition === sent) {
      this.#io.here.drop();
      this.saving = { state: 'saved', at: this.#io.now() };
    } else {
      this.#io.here.put({ rev: form.rev, definition: this.definition });
      this.saving = { state: 'unsaved' };
    }
    this.#tell();
  }

  async #failed(thrown: unknown): Promise<void> {
    if (isProblem(thrown, 'stale')) {
      try {
        const theirs = await this.#io.read();
        // A save whose reply was lost comes back as stale with our own words in it, though more was typed since.
        const there = writable(theirs.draft);
        const own = [this.definition, ...this.#sent].find((one) => same(one, there));
        if (own) this.#saved(own, theirs);
        else this.#conflict(theirs);
        return;
      } catch (again) {
        return this.#failed(again);
      }
    }
    if (isProblem(thrown, 'offline') || isProblem(thrown, 'unavailable')) {
      this.saving = { state: this.#io.here.holds() ? 'here' : 'nowhere' };
      this.#soon(retry);
    } else if (isProblem(thrown, 'bad-input')) this.saving = { state: 'too-much' };
    else this.saving = { state: 'refused', sentence: sentenceOf(thrown) };
  }

  #conflict(theirs: FormWithDraft): void {
    this.theirs = theirs;
    this.saving = { state: 'two' };
  }

  /** The one that was not chosen is one step back in undo. */
  choose(which: 'mine' | 'theirs'): void {
    const theirs = this.theirs;
    if (!theirs) return;
    const mine = this.definition;
    const other = writable(theirs.draft);
    this.theirs = undefined;
    this.form = theirs;
    this.#stored = other;
    const now = this.#io.now();
    const chosen = done(this.#history, other, '', now);
    this.#set(which === 'mine' ? done(chosen, mine, '', now) : chosen);
    this.save();
  }

  /**
   * What somebody else saved, where nothing here waits to be saved. Undo goes back no further: one step behind it would
   * take away what they wrote.
   */
  take(form: FormWithDraft): void {
    if (this.saving.state !== 'saved' || this.theirs) return;
    this.form = form;
    this.#stored = writable(form.draft);
    this.#history = begun(this.#stored);
    this.#tell();
  }

  /** Something other than the draft changed: published, put away. Somebody may have saved in between, and that is no less theirs. */
  adopt(form: FormWithDraft): void {
    if (same(writable(form.draft), this.#stored)) this.form = form;
    else if (same(this.definition, this.#stored)) this.take(form);
    else this.#conflict(form);
    this.#tell();
  }

  /** What could not be saved by then is left on this device for whoever opens the form next. */
  close(): void {
    this.#closed = true;
    this.#io.here.leave();
    this.save();
  }
}
