import { useRef, useState } from 'react';
import type { RefObject } from 'react';

const NARROWEST = 320;
const WIDEST = 600;
const STEP = 20;

interface PaneFrameProps {
  title: string;
  /** The place for each session's own iframe: office.js reads the name that the frame had before its page loaded. */
  slot: RefObject<HTMLDivElement | null>;
  open: boolean;
  onClose: () => void;
}

/**
 * The task pane with a title bar, as in Excel. Closing only hides it: the shared runtime is in it, and functions must keep
 * working.
 */
export function PaneFrame({ title, slot, open, onClose }: PaneFrameProps) {
  const [width, setWidth] = useState(360);
  const [dragging, setDragging] = useState(false);
  const start = useRef({ x: 0, width });
  const to = (wanted: number) => setWidth(Math.min(WIDEST, Math.max(NARROWEST, wanted)));
  return (
    <aside className="pane" hidden={!open} style={{ width }} aria-label={title} data-dragging={dragging || undefined}>
      <div
        className="splitter"
        role="separator"
        aria-orientation="vertical"
        aria-label="Width of the task pane"
        aria-valuemin={NARROWEST}
        aria-valuemax={WIDEST}
        aria-valuenow={width}
        tabIndex={0}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          start.current = { x: event.clientX, width };
          setDragging(true);
        }}
        onPointerMove={(event) => dragging && to(start.current.width + start.current.x - event.clientX)}
        onPointerUp={() => setDragging(false)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowLeft') to(width + STEP);
          else if (event.key === 'ArrowRight') to(width - STEP);
        }}
      />
      <div className="pane-title">
        <h1>{title}</h1>
        <button type="button" onClick={onClose} aria-label="Close the task pane" title="Close the task pane">
          <svg width="16" height="16" viewBox="0 0 16 16" stroke="currentColor" strokeWidth="1.4" aria-hidden="true">
            <path d="m3.5 3.5 9 9m0-9-9 9" />
          </svg>
        </button>
      </div>
      <div className="pane-page" ref={slot} />
    </aside>
  );
}
