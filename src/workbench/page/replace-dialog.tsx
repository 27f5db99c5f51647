import { useEffect, useRef } from 'react';
import type { Session, SessionStart } from './session';

interface ReplaceDialogProps {
  session: Session | null;
  /** The workbook that is to replace the open one. */
  wanted: SessionStart | null;
  onReplace: (next: SessionStart) => void;
  onCancel: () => void;
}

/** Asks before replacing a workbook with unsaved changes; replaces an unchanged one right away. */
export function ReplaceDialog({ session, wanted, onReplace, onCancel }: ReplaceDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (!wanted) dialog.current?.close();
    else if (session?.isChanged()) dialog.current?.showModal();
    else onReplace(wanted);
  }, [wanted, session, onReplace]);
  const replace = () => wanted && onReplace(wanted);
  return (
    <dialog ref={dialog} className="question" onCancel={onCancel} aria-labelledby="replace-title">
      <h2 id="replace-title">This workbook has unsaved changes</h2>
      <p>Another workbook is about to replace it.</p>
      <div>
        <button type="button" className="first" onClick={() => void session?.download().then(replace)}>
          Save and continue
        </button>
        <button type="button" onClick={replace}>
          Continue without saving
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </dialog>
  );
}
