import { relative } from 'node:path';
import ts from 'typescript';

/** A requirement set and its version, such as ['ExcelApi', '1.13'] or ['ExcelApi', 'BETA']. */
type RequirementSet = readonly [name: string, version: string];

/** A check of a requirement set that a member stands behind. */
interface Guard {
  set: string;
  /** Whether something else happens where the set is missing. */
  hasOtherWay: boolean;
}

/** A member of Office.js as a source file names it. */
export interface NamedMember {
  /** 'Table.resize' */
  member: string;
  /** By Microsoft's declarations; null for what belongs to no set. */
  set: RequirementSet | null;
  guards: Guard[];
  /** 'src/storage/excel/run.ts:12' */
  place: string;
}

const MICROSOFT = /@types\/(office-js|custom-functions-runtime)\//;
const API_SET = /\[Api set: *(\w+) (BETA|[\d.]*\d)/i;
const COMMON_SET = /\*\*Requirement sets?\*\*:[\s\S]*?\| *(\w+)(?: ([\d.]*\d))?\.?\}/;
/** Remarks of the Common API that mean Outlook or Word alone. */
const OTHER_HOSTS = /^(Mailbox|WordApi|PowerPointApi|OneNoteApi|CustomXmlParts)/;
/** What can be known of a load only when it runs. */
const UNREADABLE = 'load() of names that are not written out';

const parsed = new Map<string, ts.SourceFile | undefined>();

/** Every member of Office.js that files name; `planted` are files that are not on the disk. */
export function officeMembers(files: readonly string[], planted: Readonly<Record<string, string>> = {}): NamedMember[] {
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile('tsconfig.json', ts.sys.readFile).config, ts.sys, '.');
  const host = ts.createCompilerHost(options, true);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => planted[name] !== undefined || fileExists(name);
  host.getSourceFile = (name, ...rest) => {
    if (planted[name] !== undefined) return ts.createSourceFile(name, planted[name], ts.ScriptTarget.Latest, true);
    // Microsoft's declarations are 10 MB
    if (!parsed.has(name)) parsed.set(name, getSourceFile(name, ...rest));
    return parsed.get(name);
  };
  const roots = [...files, ...Object.keys(planted)];
  const program = ts.createProgram(roots, options, host);
  const checker = program.getTypeChecker();
  return roots.flatMap((name) => new Finder(checker, program.getSourceFile(name)!).find());
}

/** Finds the members that one file names. */
class Finder {
  private readonly found: NamedMember[] = [];

  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly file: ts.SourceFile,
  ) {}

  find(): NamedMember[] {
    this.visit(this.file);
    return this.found;
  }

  private visit(node: ts.Node): void {
    if (ts.isPropertyAccessExpression(node)) this.note(this.checker.getSymbolAtLocation(node.name), node);
    else if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
      this.property(this.checker.getTypeAtLocation(node.expression), node.argumentExpression.text, node);
    } else if (ts.isObjectBindingPattern(node)) this.destructured(node, this.checker.getTypeAtLocation(node));
    else if (ts.isObjectLiteralExpression(node)) this.literal(node);
    else if (ts.isStringLiteralLike(node)) this.enumText(node);
    if (ts.isCallExpression(node)) this.call(node);
    ts.forEachChild(node, (child) => this.visit(child));
  }

  private call(node: ts.CallExpression): void {
    if (!ts.isPropertyAccessExpression(node.expression)) return;
    const { name, expression } = node.expression;
    const target = this.checker.getTypeAtLocation(expression);
    const [first, second] = node.arguments;
    if (name.text === 'add' && first) return this.handler(target, first);
    if (name.text !== 'load' || !isMicrosofts(this.checker.getSymbolAtLocation(name))) return;
    // context.load(object, names) and object.load(names)
    const isOfContext = this.checker.getPropertyOfType(target, 'sync') !== undefined;
    const names = isOfContext ? second : first;
    if (names) this.loaded(isOfContext ? this.checker.getTypeAtLocation(first!) : target, names, node);
  }

  /** The arguments of an event reach a function that may name their type itself. */
  private handler(target: ts.Type, given: ts.Expression): void {
    const parameter = this.functionOf(given)?.parameters[0];
    if (!parameter) return;
    for (const type of typesIn(target)) {
      if (!/EventHandlers/.test(type.symbol?.name ?? '')) continue;
      const [args] = this.checker.getTypeArguments(type as ts.TypeReference);
      if (!args) continue;
      if (ts.isObjectBindingPattern(parameter.name)) this.destructured(parameter.name, args);
      else this.uses(parameter, args);
    }
  }

  /** What a function does with its argument. */
  private uses(parameter: ts.ParameterDeclaration, type: ts.Type): void {
    const symbol = this.checker.getSymbolAtLocation(parameter.name);
    const look = (node: ts.Node): void => {
      const isIt = (expression: ts.Expression | undefined): boolean =>
        expression !== undefined && this.checker.getSymbolAtLocation(expression) === symbol;
      if (ts.isPropertyAccessExpression(node) && isIt(node.expression)) this.property(type, node.name.text, node);
      if (ts.isVariableDeclaration(node) && isIt(node.initializer) && ts.isObjectBindingPattern(node.name))
        this.destructured(node.name, type);
      ts.forEachChild(node, look);
    };
    look(parameter.parent);
  }

  private functionOf(given: ts.Expression): ts.SignatureDeclaration | undefined {
    if (ts.isArrowFunction(given) || ts.isFunctionExpression(given)) return given;
    const declared = this.checker.getSymbolAtLocation(given)?.valueDeclaration;
    if (declared && (ts.isFunctionDeclaration(declared) || ts.isMethodDeclaration(declared))) return declared;
    return declared && ts.isVariableDeclaration(declared) && declared.initializer ? this.functionOf(declared.initializer) : undefined;
  }

  private destructured(pattern: ts.ObjectBindingPattern, type: ts.Type): void {
    for (const element of pattern.elements) {
      const name = element.propertyName ?? element.name;
      if (!element.dotDotDotToken && (ts.isIdentifier(name) || ts.isStringLiteral(name))) this.property(type, name.text, element);
    }
  }

  private literal(node: ts.ObjectLiteralExpression): void {
    const type = this.checker.getContextualType(node);
    if (!type) return;
    for (const { name } of node.properties)
      if (name && (ts.isIdentifier(name) || ts.isStringLiteral(name))) this.property(type, name.text, node);
  }

  /** 'Portrait' stands for Excel.PageOrientation.portrait. */
  private enumText(node: ts.StringLiteralLike): void {
    const type = this.checker.getContextualType(node);
    for (const memberType of type ? typesIn(type) : []) {
      if (memberType.flags & ts.TypeFlags.EnumLiteral && (memberType as ts.StringLiteralType).value === node.text)
        this.note(memberType.symbol, node);
    }
  }

  private loaded(target: ts.Type, names: ts.Expression, call: ts.Node): void {
    if (ts.isObjectLiteralExpression(names)) return this.loadedObject(target, names, call);
    const texts = this.textsOf(names);
    if (!texts) return void this.found.push({ member: UNREADABLE, set: ['ExcelApi', 'unknown'], guards: [], place: this.placeOf(call) });
    for (const path of texts.flatMap((text) => text.split(','))) this.path(target, path.trim().split(/[/.]/), call);
  }

  private loadedObject(target: ts.Type, names: ts.ObjectLiteralExpression, call: ts.Node): void {
    for (const property of names.properties) {
      if (!ts.isPropertyAssignment(property) || !(ts.isIdentifier(property.name) || ts.isStringLiteral(property.name))) continue;
      const name = property.name.text;
      if (/^(select|expand)$/.test(name)) this.loaded(target, property.initializer, call);
      else if (ts.isObjectLiteralExpression(property.initializer)) {
        const next = this.path(target, [name], call);
        if (next) this.loadedObject(next, property.initializer, call);
      } else if (!/^(top|skip)$/.test(name)) this.path(target, [name], call);
    }
  }

  private textsOf(names: ts.Expression): string[] | null {
    if (ts.isArrayLiteralExpression(names)) {
      const parts = names.elements.map((element) => this.textsOf(element));
      return parts.every((part) => part !== null) ? parts.flat() : null;
    }
    const types = typesIn(this.checker.getTypeAtLocation(names));
    return types.every((type) => type.isStringLiteral()) ? types.map((type) => type.value) : null;
  }

  /** Follows a path such as 'items/columns/items/name'; a collection takes its members' names as its own. */
  private path(target: ts.Type, steps: readonly string[], call: ts.Node): ts.Type | null {
    let type: ts.Type = target;
    for (const step of steps) {
      if (step === '' || step === '*' || step === '$all') return null;
      const items = this.itemsOf(type);
      if (step === 'items' && items) {
        type = items;
        continue;
      }
      const holder = this.checker.getPropertyOfType(type, step) || !items ? type : items;
      const symbol = this.property(holder, step, call);
      if (!symbol) {
        this.found.push({ member: `load('${steps.join('/')}')`, set: ['ExcelApi', 'unknown'], guards: [], place: this.placeOf(call) });
        return null;
      }
      type = this.checker.getNonNullableType(this.checker.getTypeOfSymbol(symbol));
    }
    return type;
  }

  private itemsOf(type: ts.Type): ts.Type | undefined {
    const items = this.checker.getPropertyOfType(type, 'items');
    return items && this.checker.getIndexTypeOfType(this.checker.getTypeOfSymbol(items), ts.IndexKind.Number);
  }

  private property(type: ts.Type, name: string, node: ts.Node): ts.Symbol | undefined {
    let first: ts.Symbol | undefined;
    for (const ownerType of typesIn(this.checker.getNonNullableType(type))) {
      const symbol = this.checker.getPropertyOfType(ownerType, name);
      if (symbol) this.note(symbol, node);
      first ??= symbol;
    }
    return first;
  }

  private note(symbol: ts.Symbol | undefined, node: ts.Node): void {
    const known = symbol && symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
    if (!known || !isMicrosofts(known) || known.flags & ts.SymbolFlags.Module) return;
    this.found.push({ member: fullName(known), set: setOf(known), guards: this.guardsOf(node), place: this.placeOf(node) });
  }

  private placeOf(node: ts.Node): string {
    return `${relative('.', this.file.fileName).replaceAll('\\', '/')}:${this.file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  }

  /** The checks of requirement sets that hold wherever a node is reached. */
  private guardsOf(node: ts.Node): Guard[] {
    const guards: Guard[] = [];
    for (let child = node, parent = node.parent; parent; child = parent, parent = parent.parent) {
      const add = (condition: ts.Expression, truth: boolean, hasOtherWay: boolean) =>
        guards.push(...this.facts(condition, truth).map((set) => ({ set, hasOtherWay })));
      if (ts.isIfStatement(parent)) {
        if (child === parent.thenStatement) add(parent.expression, true, parent.elseStatement !== undefined);
        else if (child === parent.elseStatement) add(parent.expression, false, true);
      } else if (ts.isConditionalExpression(parent)) {
        if (child === parent.whenTrue) add(parent.condition, true, !isNothing(parent.whenFalse));
        else if (child === parent.whenFalse) add(parent.condition, false, !isNothing(parent.whenTrue));
      } else if (ts.isBinaryExpression(parent) && child === parent.right) {
        if (parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) add(parent.left, true, false);
        else if (parent.operatorToken.kind === ts.SyntaxKind.BarBarToken) add(parent.left, false, true);
      } else if (ts.isBlock(parent)) {
        for (const before of parent.statements.slice(0, parent.statements.indexOf(child as ts.Statement))) {
          if (ts.isIfStatement(before) && !before.elseStatement && leaves(before.thenStatement)) add(before.expression, false, true);
        }
      }
    }
    return guards;
  }

  /** The sets that are there when a condition holds, or does not. */
  private facts(condition: ts.Expression, truth: boolean): string[] {
    if (ts.isParenthesizedExpression(condition)) return this.facts(condition.expression, truth);
    if (ts.isPrefixUnaryExpression(condition) && condition.operator === ts.SyntaxKind.ExclamationToken)
      return this.facts(condition.operand, !truth);
    if (ts.isBinaryExpression(condition)) {
      const { kind } = condition.operatorToken;
      const both = kind === (truth ? ts.SyntaxKind.AmpersandAmpersandToken : ts.SyntaxKind.BarBarToken);
      return both ? [...this.facts(condition.left, truth), ...this.facts(condition.right, truth)] : [];
    }
    if (ts.isIdentifier(condition)) {
      const declared = this.checker.getSymbolAtLocation(condition)?.valueDeclaration;
      const isConst = declared && ts.isVariableDeclaration(declared) && ts.getCombinedNodeFlags(declared) & ts.NodeFlags.Const;
      return isConst && declared.initializer ? this.facts(declared.initializer, truth) : [];
    }
    const set = truth && ts.isCallExpression(condition) ? this.setAsked(condition) : null;
    return set ? [set] : [];
  }

  /** isSetSupported('ExcelApi', '1.19'), or a function of ours that asks it for its own argument: offers('1.19'). */
  private setAsked(call: ts.CallExpression): string | null {
    const [first, second] = call.arguments;
    const { expression: callee } = call;
    if (ts.isPropertyAccessExpression(callee) && callee.name.text === 'isSetSupported') {
      return first && second && ts.isStringLiteral(first) && ts.isStringLiteral(second) ? `${first.text} ${second.text}` : null;
    }
    let symbol = this.checker.getSymbolAtLocation(callee);
    if (symbol && symbol.flags & ts.SymbolFlags.Alias) symbol = this.checker.getAliasedSymbol(symbol);
    const declared = symbol?.valueDeclaration;
    const initializer = declared && (ts.isVariableDeclaration(declared) ? declared.initializer : declared);
    if (!initializer || !(ts.isArrowFunction(initializer) || ts.isFunctionDeclaration(initializer)) || !first || !ts.isStringLiteral(first))
      return null;
    const parameter = initializer.parameters[0]?.name.getText();
    const asked = /isSetSupported\(\s*'(\w+)',\s*(\w+)\s*\)/.exec(initializer.getText());
    return asked && asked[2] === parameter ? `${asked[1]} ${first.text}` : null;
  }
}

const typesIn = (type: ts.Type): ts.Type[] => (type.isUnionOrIntersection() ? type.types : [type]);
const isMicrosofts = (symbol: ts.Symbol | undefined): boolean =>
  symbol?.declarations?.some((declaration) => MICROSOFT.test(declaration.getSourceFile().fileName)) ?? false;
const isNothing = (node: ts.Expression): boolean => node.kind === ts.SyntaxKind.NullKeyword || node.getText() === 'undefined';

function leaves(statement: ts.Statement): boolean {
  const last = ts.isBlock(statement) ? statement.statements.at(-1) : statement;
  return last !== undefined && (ts.isReturnStatement(last) || ts.isThrowStatement(last) || ts.isContinueStatement(last));
}

function fullName(symbol: ts.Symbol): string {
  const parent = symbol.declarations?.[0]?.parent;
  const owner =
    parent && (ts.isClassDeclaration(parent) || ts.isInterfaceDeclaration(parent) || ts.isEnumDeclaration(parent))
      ? parent.name?.text
      : undefined;
  return owner ? `${owner}.${symbol.name}` : symbol.name;
}

/** The set a member's own remarks name, the oldest where there are several ways to call it; else its type's. */
function setOf(symbol: ts.Symbol): RequirementSet | null {
  const declarations = symbol.declarations ?? [];
  const ownSets = declarations.flatMap((declaration) => remarkedSet(declaration) ?? []);
  const sets =
    ownSets.length > 0
      ? ownSets
      : declarations.flatMap((declaration) => (isType(declaration.parent) ? remarkedSet(declaration.parent) : null) ?? []);
  return sets.sort(([, a], [, b]) => a.localeCompare(b, 'en', { numeric: true }))[0] ?? null;
}

const isType = (node: ts.Node): boolean => ts.isClassDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isEnumDeclaration(node);

function remarkedSet(node: ts.Node): [RequirementSet] | null {
  const text = ts
    .getJSDocCommentsAndTags(node)
    .map((comment) => comment.getText())
    .join('\n');
  const [, name, version] = API_SET.exec(text) ?? COMMON_SET.exec(text) ?? [];
  return name && !OTHER_HOSTS.test(name) ? [[name, version ?? '1.1']] : null;
}
