// 权限: what somebody may do, and where; as many pairs as needed.
import { useId, useState } from 'preact/hooks';
import { type Role, roles } from '../../../schema/api/endpoint.ts';
import { Button } from '../../ui/button.tsx';
import { Choice, ChoiceGroup } from '../../ui/choice.tsx';
import { UnitPicker } from '../../ui/unit-picker.tsx';
import { roleSays, roleWord } from '../../ui/words/kinds.ts';
import { t as ui } from '../../ui/words/ui.ts';
import { t } from './words.ts';

export interface GrantDraft {
  role: Role;
  /** undefined until an area is chosen */
  unit: { id: string; name: string } | undefined;
}
export const noGrant: GrantDraft = { role: 'editor', unit: undefined };

/** What is sent; undefined while an area is missing. */
export function grantsOf(drafts: readonly GrantDraft[]): { role: Role; unit: string }[] | undefined {
  const grants = drafts.flatMap(({ role, unit }) => (unit ? [{ role, unit: unit.id }] : []));
  return grants.length === drafts.length && grants.length > 0 ? grants : undefined;
}

export function GrantsField(props: {
  value: readonly GrantDraft[];
  onChange: (value: GrantDraft[]) => void;
  error?: string | undefined;
}) {
  const { value, onChange } = props;
  const put = (at: number, grant: GrantDraft) =>
    onChange(value.map((one, index) => (index === at ? grant : one)));
  return (
    <fieldset class={`stack field${props.error ? ' wrong' : ''}`}>
      <legend class="field-label">{t('grants')}</legend>
      {props.error && <span class="field-error">{props.error}</span>}
      {value.map((grant, index) => (
        <OneGrant
          key={`${index}`}
          grant={grant}
          onChange={(next) => put(index, next)}
          onRemove={value.length > 1 ? () => onChange(value.filter((_, at) => at !== index)) : undefined}
        />
      ))}
      <div>
        <Button small kind="outlined" onClick={() => onChange([...value, noGrant])}>
          {t('addGrant')}
        </Button>
      </div>
    </fieldset>
  );
}

function OneGrant(props: {
  grant: GrantDraft;
  onChange: (grant: GrantDraft) => void;
  onRemove: (() => void) | undefined;
}) {
  const { grant } = props;
  const name = useId();
  const [open, setOpen] = useState(!grant.unit);
  return (
    <div class="card stack tight">
      <ChoiceGroup legend={t('role')}>
        {roles.map((role) => (
          <Choice
            key={role}
            kind="radio"
            name={name}
            label={roleWord(role)}
            note={roleSays(role)}
            checked={grant.role === role}
            onChange={() => props.onChange({ ...grant, role })}
          />
        ))}
      </ChoiceGroup>
      <div class="line">
        <span>{ui('about', { what: t('where'), of: grant.unit?.name ?? t('whereNone') })}</span>
        <Button small kind="outlined" expanded={open} onClick={() => setOpen(!open)}>
          {t(grant.unit ? 'whereOther' : 'whereNone')}
        </Button>
        {props.onRemove && (
          <Button small onClick={props.onRemove}>
            {t('removeGrant')}
          </Button>
        )}
      </div>
      {open && (
        <UnitPicker
          label={t('where')}
          chosen={grant.unit?.id ?? ''}
          onChoose={(unit) => props.onChange({ ...grant, unit: { id: unit.id, name: unit.name } })}
        />
      )}
    </div>
  );
}
