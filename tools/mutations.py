"""The mutations of a module: one small change of behaviour each, that a test should notice.

Text is left alone: strings, docstrings, messages of errors, annotations, and the documentation of rules. So is
`zip(…, strict=True)`, which asserts what the code made so before: no input can tell it from `strict=False`.
"""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Mutation", "mutations"]

_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitAnd: ast.BitOr,
    ast.BitOr: ast.BitAnd,
}
# Arguments that are documentation or wording.
_WORDING = {"about", "bad", "good", "hint", "meaning", "message", "prefix", "title", "why"}


@dataclass(frozen=True, kw_only=True)
class Mutation:
    """A changed module.

    Attributes:
        line: the line of the change in the original.
        before: the original, as code on one line.
        after: what replaces it.
        source: the whole changed module.
    """

    line: int
    before: str
    after: str
    source: str


def mutations(source: str) -> Iterator[Mutation]:
    """Every mutation of a module, in the order of its lines."""
    tree = ast.parse(source)
    for parent, field, index, node in _behaviour(tree):
        before = ast.unparse(node)
        for changed in _changes(node):
            _put(parent, field, index, changed)
            text = ast.unparse(ast.fix_missing_locations(tree))
            yield Mutation(line=node.lineno, before=_short(before), after=_short(ast.unparse(changed)), source=text)
        _put(parent, field, index, node)


def _behaviour(parent: ast.AST) -> Iterator[tuple[ast.AST, str, int | None, ast.expr | ast.stmt]]:
    """The places of all expressions and statements that are not text: what holds each, and where."""
    for field, value in ast.iter_fields(parent):
        if field in {"annotation", "returns", "type_params", "decorator_list"}:
            continue
        for index, node in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if not isinstance(node, ast.AST) or _is_text(node) or _is_assertion(parent, node):
                continue
            if isinstance(node, (ast.expr, ast.stmt)):
                yield parent, field, index, node
            if not isinstance(node, ast.Raise):
                yield from _behaviour(node)


def _is_text(node: ast.AST) -> bool:
    match node:
        case ast.JoinedStr() | ast.Import() | ast.ImportFrom() | ast.Expr(value=ast.Constant()):
            return True
        case ast.Constant(value=str() | bytes() | None):
            return True
        case ast.keyword(arg=name):
            return name in _WORDING
        case ast.Assign(targets=[ast.Name(id="__all__")]) | ast.AnnAssign(annotation=ast.Name(id="TypeAlias")):
            return True
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case _:
            return False


def _is_assertion(parent: ast.AST, node: ast.AST) -> bool:
    """Whether it is the `strict=True` of a `zip`: nothing depends on it where the code before it is right."""
    match parent, node:
        case ast.Call(func=ast.Name(id="zip")), ast.keyword(arg="strict", value=ast.Constant(value=True)):
            return True
        case _:
            return False


def _changes(node: ast.expr | ast.stmt) -> Iterator[ast.expr | ast.stmt]:
    return _changed_statements(node) if isinstance(node, ast.stmt) else _changed_expressions(node)


def _changed_statements(node: ast.stmt) -> Iterator[ast.stmt]:
    match node:
        case ast.If(test=test, body=body, orelse=orelse) if not isinstance(test, (ast.Compare, ast.UnaryOp)):
            yield ast.If(test=ast.UnaryOp(op=ast.Not(), operand=test), body=body, orelse=orelse)
        case ast.Return(value=ast.expr() as value) if not _is_text(value):
            yield ast.Return(value=ast.Constant(value=None))
        case ast.Raise() | ast.Continue() | ast.Break() | ast.AugAssign() | ast.Expr():
            yield ast.Pass()
        case _:
            return


def _changed_expressions(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.Compare():
            yield from _compared_otherwise(node)
        case ast.BoolOp():
            yield from _combined_otherwise(node)
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield operand
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _ARITHMETIC and not _joins_text(left, right):
            yield ast.BinOp(left=left, op=_ARITHMETIC[type(op)](), right=right)
        case ast.Constant(value=bool() as value):
            yield ast.Constant(value=not value)
        case ast.Constant(value=int() | float() as value):
            others = (value + 1, 0) if value == 1 else (value + 1,)
            # A float can be so great that one more is the same.
            yield from (ast.Constant(value=other) for other in others if other != value)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            yield ast.IfExp(test=test, body=orelse, orelse=body)
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
            yield from _without_conditions(node)
        case _:
            return


def _compared_otherwise(node: ast.Compare) -> Iterator[ast.Compare]:
    for index, op in enumerate(node.ops):
        for other in _COMPARISONS[type(op)]:
            ops = [*node.ops[:index], other(), *node.ops[index + 1 :]]
            yield ast.Compare(left=node.left, ops=ops, comparators=node.comparators)


def _combined_otherwise(node: ast.BoolOp) -> Iterator[ast.expr]:
    yield ast.BoolOp(op=ast.Or() if isinstance(node.op, ast.And) else ast.And(), values=node.values)
    for index in range(len(node.values)):
        kept = [*node.values[:index], *node.values[index + 1 :]]
        yield ast.BoolOp(op=node.op, values=kept) if len(kept) > 1 else kept[0]


def _joins_text(*operands: ast.expr) -> bool:
    return any(_is_text(part) for operand in operands for part in ast.walk(operand))


def _without_conditions(
    node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp,
) -> Iterator[ast.expr]:
    for index, generator in enumerate(node.generators):
        if generator.ifs:
            free = ast.comprehension(target=generator.target, iter=generator.iter, ifs=[], is_async=generator.is_async)
            generators = [*node.generators[:index], free, *node.generators[index + 1 :]]
            fields = {name: value for name, value in ast.iter_fields(node) if name != "generators"}
            yield type(node)(**fields, generators=generators)


def _put(parent: ast.AST, field: str, index: int | None, node: ast.AST) -> None:
    if index is None:
        setattr(parent, field, node)
    else:
        getattr(parent, field)[index] = node


def _short(code: str) -> str:
    line = " ".join(code.split())
    return line if len(line) <= 70 else f"{line[:69]}…"
