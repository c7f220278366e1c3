import { TextField } from '@taffrail/ui';
import { identity } from '../../words/index.ts';

export interface NewPerson {
  readonly name: string;
  readonly password: string;
}

interface NewPersonFieldsProps {
  readonly value: NewPerson;
  readonly onChange: (value: NewPerson) => void;
}

/** Who somebody wants to be here. */
export function NewPersonFields({ value, onChange }: NewPersonFieldsProps) {
  return (
    <>
      <TextField
        label={identity.name}
        hint={identity.nameHint}
        autocomplete="username"
        autoCapitalize="none"
        maxLength={60}
        required
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
      />
      <NewPasswordField value={value.password} onChange={(password) => onChange({ ...value, password })} />
    </>
  );
}

interface NewPasswordFieldProps {
  readonly value: string;
  readonly onChange: (password: string) => void;
}

export function NewPasswordField({ value, onChange }: NewPasswordFieldProps) {
  return (
    <TextField
      label={identity.password}
      hint={identity.newPasswordHint}
      type="password"
      autocomplete="new-password"
      required
      value={value}
      onChange={onChange}
    />
  );
}
