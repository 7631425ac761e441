// Keeps a draft while it is being written: undo and redo, saving by itself with the revision that it was read at, and a
// copy on this device until the Worker has it. Two versions are never merged in silence: the writer chooses.
import type { FormWithDraft } from '../../../schema/api/forms.ts';
import type { Definition } from '../../../schema/form/definition.ts';
import { isProblem, sentenceOf } from '../../ui/problem.ts';
import type { Saving } from '../../ui/save-state.tsx';
import { savable, writable } from './blanks.ts';

export interface KeeperIo {
  save: (rev: number, definition: Definition) => Promise<FormWithDraft>;
  read: () => Promise<FormWithDraft>;
  /** the copy on this device */
  here: { get: () => Copy | undefined; put: (copy: Copy) => void; drop: () => void };
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
/** Typing in one field within this time is one step of undo. */
const sameStep = 2000;
const steps = 200;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
/** Keys in one order, so that a definition that travelled equals the one that stayed. */
const sorted = (_: string, value: unknown) =>
  isRecord(value)
    ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
    : value;
const same = (one: Definition, other: Definition) =>
  JSON.stringify(savable(one), sorted) === JSON.stringify(savable(other), sorted);

export class Keeper {
  definition: Definition;
  form: FormWithDraft;
  saving: Saving;
  /** set while two versions wait for a choice */
  theirs: FormWithDraft | undefined;
  #io: KeeperIo;
  #stored: Definition;
  #past: Definition[] = [];
  #future: Definition[] = [];
  #step = { group: '', at: 0 };
  #listeners = new Set<() => void>();
  #running: Promise<void> | undefined;
  #off: (() => void) | undefined;

  constructor(form: FormWithDraft, io: KeeperIo) {
    this.#io = io;
    this.form = form;
    this.definition = writable(form.draft);
    this.#stored = this.definition;
    this.saving = { state: 'saved', at: form.updatedAt };
    const copy = form.mayEdit ? io.here.get() : undefined;
    if (!copy || same(copy.definition, this.definition)) io.here.drop();
    else {
      // Left behind when the page closed before it was saved.
      this.definition = copy.definition;
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

  get canUndo(): boolean {
    return this.#past.length > 0;
  }
  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** `group` names the field being typed in, so that a word is one step of undo and not each letter. */
  change(next: Definition, group = ''): void {
    if (next === this.definition) return;
    const at = this.#io.now();
    const goesOn = group !== '' && this.#step.group === group && at - this.#step.at < sameStep;
    if (!goesOn) this.#past = [...this.#past, this.definition].slice(-steps);
    this.#step = { group, at };
    this.#future = [];
    this.#set(next);
  }

  undo(): void {
    const before = this.#past.pop();
    if (!before) return;
    this.#future.push(this.definition);
    this.#step = { group: '', at: 0 };
    this.#set(before);
  }
  redo(): void {
    const next = this.#future.pop();
    if (!next) return;
    this.#past.push(this.definition);
    this.#set(next);
  }

  #set(definition: Definition): void {
    this.definition = definition;
    this.#io.here.put({ rev: this.form.rev, definition });
    if (!this.theirs) {
      this.saving = { state: 'unsaved' };
      this.#soon(pause);
    }
    this.#tell();
  }

  #soon(ms: number): void {
    this.#off?.();
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
        // A save whose reply was lost comes back as stale with our own words in it.
        if (same(writable(theirs.draft), this.definition)) this.#saved(this.definition, theirs);
        else this.#conflict(theirs);
        return;
      } catch (again) {
        return this.#failed(again);
      }
    }
    if (isProblem(thrown, 'offline') || isProblem(thrown, 'unavailable')) {
      this.saving = { state: 'here' };
      this.#soon(retry);
    } else this.saving = { state: 'refused', sentence: sentenceOf(thrown) };
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
    this.#past.push(which === 'mine' ? other : mine);
    this.#set(which === 'mine' ? mine : other);
    this.save();
  }

  /** Something other than the draft changed: published, put away. */
  adopt(form: FormWithDraft): void {
    this.form = form;
    this.#tell();
  }

  close(): void {
    this.save();
  }
}
