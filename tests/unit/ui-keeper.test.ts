// Keeping a draft: nothing typed is lost, nothing of another writer is overwritten.
import { beforeEach, describe, expect, it } from 'vitest';
import type { FormWithDraft } from '../../schema/api/forms.ts';
import { type Definition, questionsMax } from '../../schema/form/definition.ts';
import { builderOf } from '../../web/staff/form/builder.ts';
import { type Copy, Keeper, type KeeperIo } from '../../web/staff/form/keeper.ts';
import { makeQuestion } from '../../web/staff/form/types/registry.ts';
import { ApiProblem } from '../../web/ui/problem.ts';

const draft = (title: string): Definition => ({ title, layout: 'steps', questions: [] });
const stored = (rev: number, definition: Definition): FormWithDraft => ({
  id: 'form1',
  unit: { id: 'east', kind: 'street', name: '东街' },
  kind: 'survey',
  title: definition.title,
  rev,
  version: 0,
  changed: true,
  updatedAt: 0,
  archived: false,
  listed: true,
  campaigns: 0,
  draft: definition,
  findings: [],
  mayEdit: true,
});

/** A Worker with one form, a device with one copy, and a clock that is turned by hand. */
class World {
  form = stored(1, draft('甲'));
  copy: Copy | undefined;
  offline = false;
  /** whether this device keeps anything */
  storage = true;
  at = 0;
  timers: (() => void)[] = [];
  io: KeeperIo = {
    save: async (rev, definition) => {
      if (this.offline) throw new ApiProblem('offline', 0, '没网', {});
      if (rev !== this.form.rev) throw new ApiProblem('stale', 409, '别人刚改过', {});
      this.form = stored(rev + 1, definition);
      return this.form;
    },
    read: async () => this.form,
    here: {
      left: [],
      holds: () => this.storage,
      put: (copy) => {
        this.copy = copy;
      },
      drop: () => {
        this.copy = undefined;
      },
      leave: () => {},
    },
    now: () => this.at,
    later: (_ms, work) => {
      this.timers.push(work);
      return () => {
        this.timers = this.timers.filter((one) => one !== work);
      };
    },
  };
  /** what closed windows left beside it */
  left: Copy[] = [];
  open = () => {
    const one = this.copy && [{ ...this.copy, forget: () => {} }];
    const others = this.left.map((copy) => ({
      ...copy,
      forget: () => {
        this.left = this.left.filter((other) => other !== copy);
      },
    }));
    return new Keeper(this.form, {
      ...this.io,
      here: { ...this.io.here, left: [...(one ?? []), ...others] },
    });
  };
}

let world: World;
beforeEach(() => {
  world = new World();
});

describe('a draft', () => {
  it('is on this device until the Worker has it, and no longer', async () => {
    const keeper = world.open();
    keeper.change(draft('乙'));
    expect(world.copy?.definition.title).toBe('乙');
    await keeper.settle();
    expect(world.form.draft.title).toBe('乙');
    expect(world.copy).toBeUndefined();
    expect(keeper.saving.state).toBe('saved');
  });
  it('stays on this device without a network and is saved when it returns', async () => {
    const keeper = world.open();
    world.offline = true;
    keeper.change(draft('乙'));
    expect(await keeper.settle()).toBe(false);
    expect(keeper.saving.state).toBe('here');
    world.offline = false;
    await keeper.save();
    expect(world.form.draft.title).toBe('乙');
  });
  it('comes back after the page was closed before it was saved', async () => {
    world.copy = { rev: 1, definition: draft('没存上') };
    const keeper = world.open();
    expect(keeper.definition.title).toBe('没存上');
    await keeper.settle();
    expect(world.form.draft.title).toBe('没存上');
  });
  it('goes on with the newest copy that was not saved, forgets what was, and leaves the rest for the next opening', () => {
    world.left = [
      { rev: 1, definition: draft('甲') },
      { rev: 1, definition: draft('新的') },
      { rev: 1, definition: draft('旧的') },
    ];
    expect(world.open().definition.title).toBe('新的');
    expect(world.copy?.definition.title).toBe('新的');
    expect(world.left.map(({ definition }) => definition.title)).toEqual(['旧的']);
  });
  it('keeps what is typed while a save is under way', async () => {
    const keeper = world.open();
    keeper.change(draft('乙'));
    const saving = keeper.save();
    keeper.change(draft('丙'));
    await saving;
    expect(keeper.definition.title).toBe('丙');
    expect(world.copy?.definition.title).toBe('丙');
    await keeper.settle();
    expect(world.form.draft.title).toBe('丙');
  });
  it('tells a lost reply from another writer', async () => {
    const keeper = world.open();
    keeper.change(draft('乙'));
    world.form = stored(2, draft('乙'));
    await keeper.save();
    expect(keeper.theirs).toBeUndefined();
    expect(keeper.saving.state).toBe('saved');
  });
  it('goes on from what was saved where its reply was lost and more was typed since', async () => {
    const keeper = world.open();
    world.offline = true;
    keeper.change(draft('乙'));
    await keeper.save();
    // It got there all the same.
    world.form = stored(2, draft('乙'));
    keeper.change(draft('乙丙'));
    await keeper.save();
    world.offline = false;
    keeper.change(draft('乙丙丁'));
    expect(await keeper.settle()).toBe(true);
    expect([keeper.theirs, world.form.rev, world.form.draft.title]).toEqual([undefined, 3, '乙丙丁']);
  });
});

describe('two versions', () => {
  const conflict = async () => {
    const keeper = world.open();
    keeper.change(draft('我的'));
    world.form = stored(5, draft('别人的'));
    await keeper.save();
    return keeper;
  };
  it('overwrite nothing until one is chosen', async () => {
    const keeper = await conflict();
    expect(keeper.saving.state).toBe('two');
    expect(world.form.draft.title).toBe('别人的');
    expect(keeper.definition.title).toBe('我的');
    keeper.change(draft('我的，又改'));
    await keeper.save();
    expect(world.form.draft.title).toBe('别人的');
  });
  it('mine: is saved over theirs, which undo brings back', async () => {
    const keeper = await conflict();
    keeper.choose('mine');
    await keeper.settle();
    expect(world.form.draft.title).toBe('我的');
    keeper.undo();
    expect(keeper.definition.title).toBe('别人的');
  });
  it('theirs: is shown, and undo brings mine back', async () => {
    const keeper = await conflict();
    keeper.choose('theirs');
    await keeper.settle();
    expect(keeper.definition.title).toBe('别人的');
    keeper.undo();
    expect(keeper.definition.title).toBe('我的');
  });
});

describe('what others did meanwhile', () => {
  it('is taken over as it is, and undo goes back no further', () => {
    const keeper = world.open();
    keeper.take(stored(2, draft('别人的')));
    expect(keeper.definition.title).toBe('别人的');
    keeper.undo();
    expect([keeper.definition.title, keeper.canUndo]).toEqual(['别人的', false]);
  });
  it('is not overwritten by what is typed after a publication', async () => {
    const keeper = world.open();
    world.form = stored(3, draft('别人在这时存的'));
    keeper.adopt(world.form);
    keeper.change({ ...keeper.definition, intro: '我接着写' });
    await keeper.settle();
    expect(world.form.draft).toEqual({ ...draft('别人在这时存的'), intro: '我接着写' });
  });
  it('is chosen between where something is being typed', () => {
    const keeper = world.open();
    keeper.change(draft('我的'));
    keeper.adopt(stored(3, draft('别人的')));
    expect([keeper.saving.state, keeper.definition.title]).toEqual(['two', '我的']);
  });
});

it('a device without room is not said to keep anything', async () => {
  const keeper = world.open();
  world.offline = true;
  world.storage = false;
  keeper.change(draft('乙'));
  await keeper.settle();
  expect(keeper.saving.state).toBe('nowhere');
});

describe('undo', () => {
  it('takes a word typed in one go as one step', () => {
    const keeper = world.open();
    keeper.change(draft('乙'), 'title');
    world.at = 500;
    keeper.change(draft('乙丙'), 'title');
    keeper.undo();
    expect(keeper.definition.title).toBe('甲');
    keeper.redo();
    expect(keeper.definition.title).toBe('乙丙');
  });
});

it('a full form takes nothing more, and says so to whoever adds', () => {
  const full = Array.from({ length: questionsMax - 1 }, (_, index) => makeQuestion('note', `q_${index}`));
  world.form = stored(1, { ...draft('甲'), questions: full });
  const keeper = world.open();
  const add = (id: string) =>
    builderOf(keeper, undefined, () => {}, { settings() {}, languages() {} }).insert(
      [makeQuestion('note', id)],
      false,
    );
  expect([add('q_last'), add('q_over')]).toEqual([true, false]);
  expect(keeper.definition.questions.at(-1)?.id).toBe('q_last');
});
