import { Button, type IconName } from '@taffrail/ui';
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
  return (
    <>
      <Button tone="quiet" icon={icon} onClick={() => input.current?.click()}>
        {label}
      </Button>
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
