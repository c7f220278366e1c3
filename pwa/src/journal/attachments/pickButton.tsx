import { Button, IconButton, type IconName, useIsPhone } from '@taffrail/ui';
import { useRef } from 'preact/hooks';

interface PickButtonProps {
  readonly icon: IconName;
  readonly label: string;
  /** Goes to the camera where there is one. */
  readonly capture?: boolean;
  readonly onPick: (files: FileList | undefined) => void;
}

/** The system's own way of choosing a file, behind a button of ours. */
export function PickButton({ icon, label, capture = false, onPick }: PickButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  const ask = (): void => input.current?.click();
  return (
    <>
      {useIsPhone() ? (
        <IconButton icon={icon} label={label} onClick={ask} />
      ) : (
        <Button tone="quiet" icon={icon} onClick={ask}>
          {label}
        </Button>
      )}
      <input
        ref={input}
        type="file"
        hidden
        multiple={!capture}
        accept={capture ? 'image/*' : 'image/*,application/pdf'}
        {...(capture && { capture: 'environment' as const })}
        onChange={({ currentTarget }) => {
          onPick(currentTarget.files ?? undefined);
          currentTarget.value = '';
        }}
      />
    </>
  );
}
