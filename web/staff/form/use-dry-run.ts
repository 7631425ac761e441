// The dry run in the page: begun once typing has paused, in short slices with room for a key between them, so that nothing
// waits for it. Any change begins it anew.
import { useEffect, useState } from 'preact/hooks';
import type { Definition } from '../../../schema/form/definition.ts';
import { type DryRun, dryRunSteps } from '../../../schema/form/dry-run.ts';
import type { Finding } from '../../../schema/form/lint.ts';

/** Milliseconds without a change before it begins, and of one slice: half the time between two frames. */
const pause = 600;
const slice = 8;

/** undefined while it is under way. */
export function useDryRun(definition: Definition, findings: readonly Finding[]): DryRun | undefined {
  const [done, setDone] = useState<{ of: Definition; run: DryRun | undefined }>();
  useEffect(() => {
    const steps = dryRunSteps(definition, { findings });
    let timer = setTimeout(go, pause);
    function go() {
      const end = performance.now() + slice;
      while (performance.now() < end) {
        const step = steps.next();
        if (step.done) return setDone({ of: definition, run: step.value });
      }
      timer = setTimeout(go);
    }
    return () => clearTimeout(timer);
  }, [definition]);
  return done?.of === definition ? done.run : undefined;
}
