import { useEffect, useState } from 'react';
import type { Session } from './session';
import type { SessionStatus } from './session-status';

/** The status bar: what the selected cell's error means, and the traffic of the last action. */
export function StatusBar({ session, notice }: { session: Session | null; notice: string }) {
  const [status, setStatus] = useState<SessionStatus | null>(null);
  useEffect(() => {
    if (!session) return setStatus(null);
    const look = () => {
      const next = session.status();
      setStatus((known) => (JSON.stringify(known) === JSON.stringify(next) ? known : next));
    };
    look();
    return session.onStatus(look);
  }, [session]);
  const { error, roundTrips = 0, bytes = 0, unknown = [] } = status ?? {};
  return (
    <footer className="status">
      <span role="status" className={error ? 'fault' : ''}>
        {notice || (error ? `${error.code} ${error.message}` : 'Ready')}
      </span>
      <span className="space" />
      <span title="Messages between the add-in and the workbook for your last action, with their size. Excel on the web allows 5 MB each">
        Last action: {roundTrips} round {roundTrips === 1 ? 'trip' : 'trips'}, {readable(bytes)}
      </span>
      <span
        className={unknown.length ? 'fault' : ''}
        title={unknown.length ? unknown.join('\n') : 'The workbench supports every call the add-in made'}
      >
        Unknown calls: {unknown.length}
      </span>
    </footer>
  );
}

function readable(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1e6 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
