// A figure with its ends: what is typed counts once it is a figure within them.
import { useEffect, useState } from 'preact/hooks';
import { TextField } from '../../ui/text-field.tsx';

export function NumberField(props: {
  label: string;
  hint?: string;
  least: number;
  most: number;
  step?: number;
  value: number | undefined;
  onChange: (value: number) => void;
  /** where it may be left empty */
  onEmpty?: () => void;
}) {
  const { least, most, step = 1, value } = props;
  const [typed, setTyped] = useState(value === undefined ? '' : String(value));
  const read = (text: string): number | undefined => {
    const figure = Number(text);
    const fits = text.trim() !== '' && figure >= least && figure <= most;
    return fits && (step < 1 || Number.isInteger(figure)) ? figure : undefined;
  };
  // Changed from elsewhere, as by 撤销.
  useEffect(() => {
    setTyped((now) => (read(now) === value ? now : value === undefined ? '' : String(value)));
  }, [value]);
  return (
    <TextField
      type="number"
      short
      label={props.label}
      hint={props.hint}
      min={least}
      max={most}
      value={typed}
      onInput={(text) => {
        setTyped(text);
        const figure = read(text);
        if (figure !== undefined) props.onChange(figure);
        else if (text.trim() === '') props.onEmpty?.();
      }}
      onBlur={() => setTyped(value === undefined ? '' : String(value))}
    />
  );
}
