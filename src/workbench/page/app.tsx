import { useCallback, useEffect, useRef, useState } from 'react';
import { openXlsx } from '../xlsx';
import { DEFAULT_PROFILE, type ProfileName } from '../office/host-profiles';
import type { Manifest, RibbonAction } from './manifest';
import { PaneFrame } from './pane-frame';
import { ReplaceDialog } from './replace-dialog';
import { Ribbon } from './ribbon';
import { startSession } from './session';
import type { Session, SessionStart } from './session';
import { StatusBar } from './status-bar';
import { preferredTheme } from './theme';
import type { Theme } from './theme';

/** How long the status bar shows a notice. */
const NOTICE_MS = 10_000;

const EXCEL = 'excel';
const BARE = 'bare';

/** The version of Excel in the page's address, as in /workbench/?excel=office2021, and whether to start without the sample, with ?bare. */
function startOfAddress(): SessionStart {
  const asked = new URLSearchParams(location.search);
  return { profile: (asked.get(EXCEL) ?? undefined) as ProfileName | undefined, isBare: asked.has(BARE) };
}

/** Puts the version of Excel in the address, so that a reload uses the same one. */
function keepInAddress(profile: ProfileName): void {
  const asked = new URLSearchParams(location.search);
  if (profile === DEFAULT_PROFILE) asked.delete(EXCEL);
  else asked.set(EXCEL, profile);
  history.replaceState(null, '', asked.size === 0 ? location.pathname : `?${asked.toString()}`);
}

interface AppProps {
  manifest: Manifest;
  /** The workbook that was open before the page loaded again. */
  reopened: SessionStart | null;
  onSession: (session: Session | null) => void;
}

/** The whole page: ribbon, grid, task pane and status bar. It has one session (workbook, host, pane) at a time. */
export function App({ manifest, reopened, onSession }: AppProps) {
  const grid = useRef<HTMLDivElement>(null);
  const slot = useRef<HTMLDivElement>(null);
  const [start, setStart] = useState<SessionStart>(() => ({ ...startOfAddress(), ...reopened }));
  const [session, setSession] = useState<Session | null>(null);
  const [wanted, setWanted] = useState<SessionStart | null>(null);
  const [paneOpen, setPaneOpen] = useState(true);
  const [theme, setTheme] = useState<Theme>(preferredTheme);
  const [notice, setNotice] = useState('Starting …');
  const themeAtStart = useRef(theme);
  themeAtStart.current = theme;

  useEffect(() => {
    let current: Session | null = null;
    let over = false;
    setNotice('Opening the workbook …');
    setPaneOpen(!start.closed);
    startSession({
      manifest,
      start,
      grid: grid.current!,
      slot: slot.current!,
      theme: themeAtStart.current,
      showPane: setPaneOpen,
      restart: setWanted,
    })
      .then((started) => {
        current = started;
        if (over) return started.dispose();
        setSession(started);
        keepInAddress(started.profile.name);
        setNotice('');
        onSession(started);
      })
      .catch((error: unknown) => {
        console.error(error);
        setNotice(`The workbook didn't open: ${error instanceof Error ? error.message : String(error)}`);
      });
    return () => {
      over = true;
      setSession(null);
      onSession(null);
      current?.dispose();
    };
  }, [manifest, start, onSession]);

  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    session?.setTheme(theme);
  }, [theme, session]);

  useEffect(() => {
    if (!notice || !session) return;
    const timer = setTimeout(() => setNotice(''), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [notice, session]);

  const wasOpen = useRef(true);
  useEffect(() => {
    if (wasOpen.current !== paneOpen) session?.paneShown(paneOpen);
    wasOpen.current = paneOpen;
  }, [paneOpen, session]);

  const open = async (name: string, bytes: Uint8Array) => {
    try {
      await openXlsx(bytes); // throws before the open workbook is replaced
      setNotice('');
      setWanted({ file: { name, bytes }, profile: start.profile, isBare: start.isBare });
    } catch {
      setNotice(`${name} couldn't be read as an Excel workbook (.xlsx).`);
    }
  };

  const press = useCallback(
    (action: RibbonAction) => {
      if (action.kind === 'pane') setPaneOpen(true);
      else void session?.runCommand(action.name);
    },
    [session],
  );

  return (
    <>
      <Ribbon
        group={manifest.group}
        session={session}
        theme={theme}
        onPress={press}
        onTheme={setTheme}
        profiles={manifest.profiles}
        onNew={() => setWanted({ profile: start.profile, isBare: start.isBare })}
        onOpen={(name, bytes) => void open(name, bytes)}
      />
      <main className="work">
        <div className="grid" ref={grid} data-testid="grid" />
        <PaneFrame title={manifest.displayName} slot={slot} open={paneOpen} onClose={() => setPaneOpen(false)} />
      </main>
      <StatusBar session={session} notice={notice} />
      <ReplaceDialog
        session={session}
        wanted={wanted}
        onReplace={(next) => {
          setWanted(null);
          setStart(next);
        }}
        onCancel={() => setWanted(null)}
      />
    </>
  );
}
