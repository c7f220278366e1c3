import { Icon } from '@taffrail/ui';
import type { EditorView } from 'prosemirror-view';
import { useRef } from 'preact/hooks';
import { journal } from '../../words/index.ts';
import css from './editor.module.css';
import { formats, moves, remarkFormats, undoing, type Format } from './formats.ts';
import { useKeyboardInset } from './keyboardInset.ts';

interface ToolbarProps {
  readonly view: EditorView;
  readonly isRemark: boolean;
  readonly onLink: () => void;
  readonly onPictures: (files: readonly File[]) => void;
}

/** Above the text on a desk, above the keyboard on a phone. */
export function Toolbar({ view, isRemark, onLink, onPictures }: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  useKeyboardInset(bar);

  return (
    <div ref={bar} role="toolbar" aria-label={journal.toolbar} class={css.toolbar} onKeyDown={(event) => moveAlong(event, bar.current)}>
      {(isRemark ? remarkFormats : formats).map((format) => (
        <FormatButton key={format.label} format={format} view={view} />
      ))}
      <ToolButton icon="link" label={journal.link} keys="Control+Shift+K" onPress={onLink} />
      {!isRemark && <PictureButton onPictures={onPictures} />}
      {[...moves, ...undoing].map((format) => (
        <FormatButton key={format.label} format={format} view={view} />
      ))}
    </div>
  );
}

function FormatButton({ format, view }: { readonly format: Format; readonly view: EditorView }) {
  const { icon, label, keys, run, isOn } = format;
  return (
    <ToolButton
      icon={icon}
      label={label}
      keys={keys}
      pressed={isOn(view.state)}
      disabled={!run(view.state)}
      onPress={() => {
        run(view.state, view.dispatch, view);
        view.focus();
      }}
    />
  );
}

interface ToolButtonProps {
  readonly icon: Format['icon'];
  readonly label: string;
  readonly keys?: string | undefined;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly onPress: () => void;
}

function ToolButton({ icon, label, keys, pressed, disabled = false, onPress }: ToolButtonProps) {
  return (
    <button
      type="button"
      class={css.tool}
      aria-label={label}
      title={label}
      aria-keyshortcuts={keys}
      aria-pressed={pressed}
      aria-disabled={disabled || undefined}
      // The text keeps the focus, and with it a phone its keyboard.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => !disabled && onPress()}
    >
      <Icon name={icon} />
    </button>
  );
}

function PictureButton({ onPictures }: Pick<ToolbarProps, 'onPictures'>) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <ToolButton icon="camera" label={journal.picture} onPress={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        onChange={({ currentTarget }) => {
          onPictures([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
    </>
  );
}

/** The bar is one stop of the Tab key; arrows go along it. */
function moveAlong(event: KeyboardEvent, bar: HTMLElement | null): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined || bar === null) return;
  const buttons = [...bar.querySelectorAll('button')];
  const at = buttons.findIndex((button) => button === document.activeElement);
  event.preventDefault();
  buttons.at((at + (getComputedStyle(bar).direction === 'rtl' ? -step : step)) % buttons.length)?.focus();
}
