/** A pane with room for parts that stay in sight. A tiny one, or one zoomed to 400%, needs it for the fields. */
export const HAS_ROOM = '@media (min-height: 240px) and (min-width: 240px)';

/** A pane in which parts that stay in sight must be flat: a laptop's, or one zoomed in. */
export const IS_SHORT = '@media (max-height: 479px)';
