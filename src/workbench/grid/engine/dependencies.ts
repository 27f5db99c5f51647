import type { IRange } from '@univerjs/core';
import type { UniverModules } from './univer';

interface Place {
  unitId: string;
  sheetId: string;
  range: IRange;
}

interface Boxes {
  all(): { id: number }[];
  clear(): void;
  load(boxes: { id: number }[]): void;
}

interface DependencyManager {
  _formulaData: Map<string, Map<string, { forValue(each: (row: number, column: number, id: number | null) => void): void }>>;
  _dependencyRTreeCache: {
    _tree: Map<string, Map<string, Boxes>>;
    _oneCellCache: Map<string, Map<string, Map<number, Map<number, Set<number>>>>>;
  };
  addDependencyRTreeCache: { (this: DependencyManager, tree: { treeId: number; rangeList: Place[] }): void; repaired?: boolean };
  clearFormulaDependency: (this: DependencyManager, unitId: string, sheetId?: string) => void;
  _removeDependencyRTreeCacheById: (this: DependencyManager, unitId: string, sheetId: string) => void;
  _removeAllTreeMap: (this: DependencyManager, id: number) => void;
  reset: (this: DependencyManager) => void;
}

/**
 * Fixes two bugs in Univer 0.25.1. It records each formula's dependencies again with every calculation, so a table of
 * thousands of rows got slower each time. And when it reads a sheet's formulas again (after a table's size changed), it
 * forgets what other sheets' formulas depend on there, but keeps what the sheet's own formulas depended on elsewhere; each
 * of those causes an error in the console.
 */
export function rememberDependenciesOnce(modules: UniverModules): void {
  const prototype = modules.formula.DependencyManagerService.prototype as unknown as DependencyManager;
  const {
    addDependencyRTreeCache: add,
    clearFormulaDependency: clear,
    _removeDependencyRTreeCacheById: removeSheet,
    _removeAllTreeMap: removeTree,
    reset,
  } = prototype;
  if (add.repaired) return;
  const known = new WeakMap<DependencyManager, Map<number, Place[]>>();
  const placesOf = (manager: DependencyManager): Map<number, Place[]> => {
    const places = known.get(manager) ?? new Map<number, Place[]>();
    known.set(manager, places);
    return places;
  };

  prototype.addDependencyRTreeCache = Object.assign(
    function addOnce(this: DependencyManager, tree: { treeId: number; rangeList: Place[] }): void {
      const places = placesOf(this);
      const before = places.get(tree.treeId) ?? [];
      const rangeList = tree.rangeList.filter((place) => !before.some((earlier) => isSamePlace(earlier, place)));
      if (rangeList.length === 0) return;
      places.set(tree.treeId, [...before, ...rangeList.map(({ unitId, sheetId, range }) => ({ unitId, sheetId, range: { ...range } }))]);
      add.call(this, { treeId: tree.treeId, rangeList });
    },
    { repaired: true },
  );
  prototype._removeAllTreeMap = function forgetTree(this: DependencyManager, id: number): void {
    placesOf(this).delete(id);
    removeTree.call(this, id);
  };
  prototype._removeDependencyRTreeCacheById = function forgetSheet(this: DependencyManager, unitId: string, sheetId: string): void {
    removeSheet.call(this, unitId, sheetId);
    const places = placesOf(this);
    for (const [id, itsPlaces] of places) {
      if (itsPlaces.some((place) => place.sheetId === sheetId && place.unitId === unitId))
        places.set(
          id,
          itsPlaces.filter((place) => place.sheetId !== sheetId || place.unitId !== unitId),
        );
    }
  };
  prototype.clearFormulaDependency = function clearEverywhere(this: DependencyManager, unitId: string, sheetId?: string): void {
    const gone = new Set<number>();
    for (const [id, cells] of this._formulaData.get(unitId) ?? []) {
      if (sheetId === undefined || id === sheetId) cells.forValue((_row, _column, tree) => void (tree !== null && gone.add(tree)));
    }
    clear.call(this, unitId, sheetId);
    if (gone.size > 0) removeTrees(this, unitId, gone);
  };
  prototype.reset = function resetAll(this: DependencyManager): void {
    known.delete(this);
    reset.call(this);
  };
}

function removeTrees(
  { _dependencyRTreeCache: { _tree, _oneCellCache } }: DependencyManager,
  unitId: string,
  gone: ReadonlySet<number>,
): void {
  for (const boxes of _tree.get(unitId)?.values() ?? []) {
    const all = boxes.all();
    const remaining = all.filter(({ id }) => !gone.has(id));
    if (remaining.length === all.length) continue;
    boxes.clear();
    boxes.load(remaining);
  }
  for (const rows of _oneCellCache.get(unitId)?.values() ?? []) {
    for (const columns of rows.values()) {
      for (const ids of columns.values()) for (const id of ids) if (gone.has(id)) ids.delete(id);
    }
  }
}

const isSamePlace = (a: Place, b: Place): boolean =>
  a.sheetId === b.sheetId &&
  a.unitId === b.unitId &&
  a.range.startRow === b.range.startRow &&
  a.range.endRow === b.range.endRow &&
  a.range.startColumn === b.range.startColumn &&
  a.range.endColumn === b.range.endColumn;
