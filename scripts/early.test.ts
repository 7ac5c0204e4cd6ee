import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import ts from "typescript";
import { root } from "./run.mjs";

/** What ES5 has, by the compiler's names; declarations of `let` and `const` are told by a flag. */
const es5 = new Set([
  "SourceFile", "Block", "VariableStatement", "FirstStatement", "VariableDeclarationList", "VariableDeclaration", "FunctionDeclaration", "FunctionExpression", "Parameter",
  "ExpressionStatement", "IfStatement", "ForStatement", "WhileStatement", "ReturnStatement", "TryStatement", "CatchClause", "ThrowStatement",
  "CallExpression", "NewExpression", "PropertyAccessExpression", "ElementAccessExpression", "BinaryExpression", "PrefixUnaryExpression", "PostfixUnaryExpression",
  "ConditionalExpression", "ParenthesizedExpression", "TypeOfExpression", "ObjectLiteralExpression", "PropertyAssignment", "ArrayLiteralExpression",
  "Identifier", "StringLiteral", "NumericLiteral", "FirstLiteralToken", "RegularExpressionLiteral", "TrueKeyword", "FalseKeyword", "NullKeyword", "ThisKeyword",
  "FirstAssignment", "LastAssignment", "EndOfFileToken", "QuestionToken", "ColonToken",
]);
const operators = new Set(["=", "+=", "-=", "+", "-", "*", "/", "%", "<", ">", "<=", ">=", "===", "!==", "&&", "||", "in", "instanceof", ","]);

/** What of a script is younger than ES5, one line a place. */
function youngerThanEs5(text: string): string[] {
  const file = ts.createSourceFile("early.js", text, ts.ScriptTarget.Latest, true, ts.ScriptKind.JS);
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    const kind = ts.SyntaxKind[node.kind];
    const isOperator = node.parent !== undefined && ts.isBinaryExpression(node.parent) && node.parent.operatorToken === node;
    const isKnown = isOperator ? operators.has(node.getText(file)) : es5.has(kind);
    const isScoped = ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.BlockScoped) !== 0;
    const isBare = ts.isCatchClause(node) && node.variableDeclaration === undefined;
    const isTrailing = (ts.isFunctionLike(node) && node.parameters.hasTrailingComma) || (ts.isCallExpression(node) && node.arguments.hasTrailingComma);
    const isDefault = ts.isParameter(node) && (node.initializer !== undefined || node.dotDotDotToken !== undefined || !ts.isIdentifier(node.name));
    if (!isKnown || isScoped || isBare || isTrailing || isDefault) found.push(`${kind}: ${node.getText(file).slice(0, 60)}`);
    ts.forEachChild(node, look);
  };
  look(file);
  return found;
}

test("what old browsers are told by is readable to them: nothing in it is younger than ES5", () => {
  expect(youngerThanEs5(readFileSync(join(root, "public/early.js"), "utf8"))).toEqual([]);
});

test.each(["const a = 1;", "let a;", "() => 1;", "`a`;", "a?.b;", "a ?? b;", "a ** b;", "class A {}", "f(...a);", "({ a });", "({ [a]: 1 });", "({ a() {} });", "var [a] = b;", "function f(a = 1) {}", "f(a,);", "try {} catch {}", "for (var a of b) {}", "async function f() {}", "import('a');"])(
  "%s is found to be younger",
  (text) => {
    expect(youngerThanEs5(text)).not.toEqual([]);
  },
);

test("it is small enough to stand before everything else", () => {
  expect(readFileSync(join(root, "public/early.js")).byteLength).toBeLessThan(6_000);
});
