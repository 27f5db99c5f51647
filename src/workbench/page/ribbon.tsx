import { useEffect, useRef, useState } from 'react';
import { hasSet } from '../office/host-profiles';
import type { Manifest, RibbonAction } from './manifest';
import type { Session } from './session';
import type { Theme } from './theme';

interface RibbonProps {
  group: Manifest['group'];
  profiles: Manifest['profiles'];
  session: Session | null;
  theme: Theme;
  onPress: (action: RibbonAction) => void;
  onTheme: (theme: Theme) => void;
  onNew: () => void;
  onOpen: (name: string, bytes: Uint8Array) => void;
}

/** The ribbon: buttons for the workbook, the add-in's group from its manifest, and the Try menu and theme for testing. */
export function Ribbon({ group, profiles, session, theme, onPress, onTheme, onNew, onOpen }: RibbonProps) {
  const file = useRef<HTMLInputElement>(null);
  const openFile = async (chosen: File | undefined) => {
    if (chosen) onOpen(chosen.name.replace(/\.xlsx$/i, ''), new Uint8Array(await chosen.arrayBuffer()));
    if (file.current) file.current.value = '';
  };
  return (
    <header className="ribbon">
      <div className="group" role="group" aria-label="Workbook">
        <button type="button" onClick={onNew} title="Start over with the sample and the worked examples">
          <Sheet />
          New sample
        </button>
        <button type="button" onClick={() => file.current?.click()} title="Open an Excel workbook from this computer">
          <Arrow up />
          Open .xlsx
        </button>
        <button type="button" disabled={!session} onClick={() => void session?.download()} title="Save this workbook as an Excel file">
          <Arrow />
          Save .xlsx
        </button>
        <input
          ref={file}
          type="file"
          accept=".xlsx"
          hidden
          aria-label="Open .xlsx"
          onChange={(event) => void openFile(event.target.files?.[0])}
        />
      </div>
      <div className="group" role="group" aria-label={group.label}>
        {group.buttons
          .filter(({ action }) => action.kind === 'pane' || !session || hasRibbon(session))
          .map((button) => (
            <button
              key={button.id}
              type="button"
              title={button.tip}
              disabled={!session && button.action.kind === 'command'}
              onClick={() => onPress(button.action)}
            >
              <img src={button.icon} alt="" width={20} height={20} />
              {button.label}
            </button>
          ))}
      </div>
      <span className="space" />
      <TryMenu session={session} profiles={profiles} />
      <button
        type="button"
        aria-pressed={theme === 'dark'}
        title="Switch between the light and dark themes, also in the pane"
        onClick={() => onTheme(theme === 'dark' ? 'light' : 'dark')}
      >
        <Moon />
        {theme === 'dark' ? 'Light' : 'Dark'}
      </button>
    </header>
  );
}

/** Whether Excel shows the add-in's buttons. One that ignores the manifest's overrides, as on an iPad, doesn't. */
const hasRibbon = ({ profile }: Session): boolean => hasSet(profile, 'SharedRuntime', '1.1');

/** The choice of Excel's version, and switches for hard cases that happen in real Excel. */
function TryMenu({ session, profiles }: { session: Session | null; profiles: Manifest['profiles'] }) {
  const [open, setOpen] = useState(false);
  const [, redraw] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const away = (event: Event) => {
      if (event instanceof KeyboardEvent ? event.key === 'Escape' : !box.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener('pointerdown', away);
    addEventListener('keydown', away);
    return () => {
      removeEventListener('pointerdown', away);
      removeEventListener('keydown', away);
    };
  }, [open]);
  return (
    <div className="try" ref={box}>
      <button
        type="button"
        aria-expanded={open}
        aria-haspopup="menu"
        title="Try other versions of Excel and hard cases"
        onClick={() => setOpen(!open)}
      >
        Try
        <span aria-hidden="true" className="chevron" />
      </button>
      {open && session && (
        <div role="menu" className="menu" aria-label="Try">
          {profiles.map(({ name, label, note }) => (
            <button
              key={name}
              type="button"
              role="menuitemradio"
              aria-checked={name === session.profile.name}
              onClick={() => {
                setOpen(false);
                if (name !== session.profile.name) void session.playAs(name);
              }}
            >
              <span className="tick" aria-hidden="true" />
              <span>
                {label}
                <small>{note}</small>
              </span>
            </button>
          ))}
          <hr />
          {session.trials.map((trial) => (
            <button
              key={trial.name}
              type="button"
              role="menuitemcheckbox"
              aria-checked={trial.isOn()}
              onClick={() => {
                trial.set(!trial.isOn());
                redraw((n) => n + 1);
              }}
            >
              <span className="tick" aria-hidden="true" />
              <span>
                {trial.name}
                <small>{trial.note}</small>
              </span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

const drawing = {
  width: 20,
  height: 20,
  viewBox: '0 0 20 20',
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.4,
  'aria-hidden': true,
} as const;
const Sheet = () => (
  <svg {...drawing}>
    <rect x="3.5" y="3.5" width="13" height="13" rx="1.5" />
    <path d="M3.5 8h13M3.5 12.2h13M8 8v8.5" />
  </svg>
);
const Arrow = ({ up = false }) => (
  <svg {...drawing}>
    <path d="M4 13v2.5A1.5 1.5 0 0 0 5.5 17h9a1.5 1.5 0 0 0 1.5-1.5V13" />
    <path d={up ? 'M10 12.5V3.5M6.5 7 10 3.5 13.5 7' : 'M10 3.5v9M6.5 9l3.5 3.5L13.5 9'} />
  </svg>
);
const Moon = () => (
  <svg {...drawing}>
    <path d="M16 11.8A6.6 6.6 0 0 1 8.2 4a6.6 6.6 0 1 0 7.8 7.8Z" />
  </svg>
);
