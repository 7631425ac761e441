// A setting that any question may have beyond its type's own: whether it fits, what it says when it is set, its controls.
import type { ComponentChild } from 'preact';
import type { Definition, Question } from '../../../../schema/form/definition.ts';
import type { Builder } from '../builder.ts';
import type { Switch } from '../switches.ts';

export interface ExtraProps {
  question: Question;
  builder: Builder;
}
export interface Extra {
  /** names its title in the dictionary */
  key: 'requiredIf' | 'jumps' | 'rules' | 'shuffle' | 'carry' | 'quiz';
  /** what has to be switched on for the form */
  needs?: Switch;
  fits: (question: Question, definition: Definition) => boolean;
  /** one sentence for each thing that is set; none when it is not in use */
  says: (question: Question, definition: Definition) => string[];
  Panel: (props: ExtraProps) => ComponentChild;
}
