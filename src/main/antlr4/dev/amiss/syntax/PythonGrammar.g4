/**
 * Python 3.8 to 3.14, so that one token is enough for every decision.
 *
 * Three things make that possible. The tokenizer decides what needs more than one token: whether
 * `match`, `case` and `type` are keywords, where an f-string's format begins, and that no two commas
 * or semicolons follow one another, so that a list is `x (COMMA x?)*`. Operators are one flat list,
 * put into order by `Operations`. And the grammar takes a little more than Python does; what
 * is too much, such as a call on the left of `=`, is refused while the tree is built.
 *
 * ANTLR's own parse tree is not built. A label marks whatever our tree is built from. Where most
 * lists have one element, the first has a label of its own, and the list is made for the rest.
 */
parser grammar PythonGrammar;

options {
  superClass = DirectParser;
}

tokens {
  NEWLINE, INDENT, DEDENT, NAME, NUMBER, STRING, FSTRING_START, FSTRING_TEXT, FSTRING_END,
  // Keywords.
  FALSE, NONE, TRUE, AND, AS, ASSERT, ASYNC, AWAIT, BREAK, CLASS, CONTINUE, DEF, DEL, ELIF, ELSE,
  EXCEPT, FINALLY, FOR, FROM, GLOBAL, IF, IMPORT, IN, IS, LAMBDA, NONLOCAL, NOT, OR, PASS, RAISE,
  RETURN, TRY, WHILE, WITH, YIELD,
  // Keywords only where the tokenizer says so; names elsewhere.
  MATCH, CASE, TYPE,
  // Brackets and operators. FORMAT is the colon before a format, CONVERSION the `!` of `!r`.
  LPAR, RPAR, LSQB, RSQB, LBRACE, RBRACE, COLON, FORMAT, COMMA, SEMICOLON, PLUS, MINUS, STAR, SLASH,
  BAR, AMPERSAND, LESS, GREATER, ASSIGN, PERCENT, EQUAL, NOT_EQUAL, LESS_EQUAL, GREATER_EQUAL,
  TILDE, CARET, LEFT_SHIFT, RIGHT_SHIFT, DOUBLE_STAR, DOUBLE_SLASH, AT, DOT, ELLIPSIS, ARROW, WALRUS,
  CONVERSION, AUGMENTED_ASSIGN,
  // What the tokenizer could not read. No rule takes it.
  INVALID
}

// A statement of the module is made into our tree at once: what ANTLR made of it is still in the
// processor's cache then, and garbage before the next collection.
file
  : (one=statement { matched($one.ctx); })* EOF
  ;

// Statements

statement
  : line=simpleLine
  | choice=ifStatement
  | whileLoop=whileStatement
  | forLoop=forStatement
  | attempt=tryStatement
  | managed=withStatement
  | matching=matchStatement
  | asynchronous=asyncStatement
  | function=functionDefinition
  | type=classDefinition
  | definition=decorated
  ;

simpleLine
  : parts+=simpleStatement (SEMICOLON parts+=simpleStatement?)* NEWLINE
  ;

block
  : line=simpleLine
  | NEWLINE INDENT statements+=statement+ DEDENT
  ;

simpleStatement
  : value=rightSide
    ( (ASSIGN assigned+=rightSide)+
    | AUGMENTED_ASSIGN augment=rightSide
    | COLON annotation=expression (ASSIGN annotated=rightSide)?
    )?
  | RETURN result=openTuple?
  | RAISE (raised=expression (FROM cause=expression)?)?
  | IMPORT modules+=moduleAlias (COMMA modules+=moduleAlias)*
  | FROM from=fromImport
  | (GLOBAL | NONLOCAL) names+=NAME (COMMA names+=NAME)*
  | DEL deleted=targets
  | ASSERT test=expression (COMMA message=expression)?
  | TYPE name=NAME generics=typeParameters? ASSIGN aliased=expression
  | PASS
  | BREAK
  | CONTINUE
  ;

rightSide
  : tuple=openTuple
  | yielded=yieldExpression
  ;

moduleAlias
  : module=dottedName (AS alias=NAME)?
  ;

dottedName
  : parts+=NAME (DOT parts+=NAME)*
  ;

fromImport
  : (dots+=(DOT | ELLIPSIS)+ module=dottedName? | module=dottedName)
    IMPORT
    ( star=STAR
    | LPAR names+=nameAlias (COMMA names+=nameAlias?)* RPAR
    | names+=nameAlias (COMMA names+=nameAlias)*
    )
  ;

nameAlias
  : name=NAME (AS alias=NAME)?
  ;

ifStatement
  : IF test=named COLON body=block elifs+=elifClause* otherwise=elseClause?
  ;

elifClause
  : ELIF test=named COLON body=block
  ;

elseClause
  : ELSE COLON body=block
  ;

whileStatement
  : WHILE test=named COLON body=block otherwise=elseClause?
  ;

forStatement
  : FOR variables=targets IN iterable=openTuple COLON body=block otherwise=elseClause?
  ;

tryStatement
  : TRY COLON body=block
    (handlers+=exceptClause+ otherwise=elseClause? last=finallyClause? | last=finallyClause)
  ;

exceptClause
  : EXCEPT (star=STAR? types+=expression (COMMA types+=expression?)* (AS name=NAME)?)? COLON
    body=block
  ;

finallyClause
  : FINALLY COLON body=block
  ;

withStatement
  : WITH items+=withItem (COMMA items+=withItem)* COLON body=block
  ;

withItem
  : context=expression (AS as=target)?
  ;

asyncStatement
  : ASYNC (function=functionDefinition | forLoop=forStatement | managed=withStatement)
  ;

decorated
  : decorators+=decorator+
    (function=functionDefinition | ASYNC asyncFunction=functionDefinition | type=classDefinition)
  ;

decorator
  : AT value=named NEWLINE
  ;

functionDefinition
  : DEF name=NAME generics=typeParameters? LPAR (parameters+=parameter (COMMA parameters+=parameter?)*)?
    RPAR (ARROW returned=expression)? COLON body=block
  ;

parameter
  : name=NAME (COLON annotation=expression)? (ASSIGN defaultValue=expression)?
  | STAR (name=NAME (COLON starAnnotation=starred)?)?
  | DOUBLE_STAR name=NAME (COLON annotation=expression)?
  | SLASH
  ;

classDefinition
  : CLASS name=NAME generics=typeParameters?
    (LPAR (arguments+=argument (COMMA arguments+=argument?)*)? RPAR)? COLON body=block
  ;

typeParameters
  : LSQB parameters+=typeParameter (COMMA parameters+=typeParameter?)* RSQB
  ;

typeParameter
  : name=NAME (COLON bound=expression)? (ASSIGN defaultValue=expression)?
  | STAR name=NAME (ASSIGN starDefault=starred)?
  | DOUBLE_STAR name=NAME (ASSIGN defaultValue=expression)?
  ;

// Patterns

matchStatement
  : MATCH subject=elements COLON NEWLINE INDENT cases+=caseBlock+ DEDENT
  ;

caseBlock
  : CASE matched=openPattern (IF guard=named)? COLON body=block
  ;

openPattern
  : parts+=pattern (COMMA parts+=pattern?)*
  ;

pattern
  : STAR rest=NAME
  | alternatives+=closedPattern (BAR alternatives+=closedPattern)* (AS as=NAME)?
  ;

closedPattern
  : names+=NAME (DOT names+=NAME)*
    (call=LPAR (arguments+=patternArgument (COMMA arguments+=patternArgument?)*)? RPAR)?
  | sign=MINUS? number=NUMBER (operator=(PLUS | MINUS) imaginary=NUMBER)?
  | text=strings
  | constant=(NONE | TRUE | FALSE)
  | LPAR sequence=openPattern? RPAR
  | LSQB sequence=openPattern? RSQB
  | LBRACE (entries+=patternEntry (COMMA entries+=patternEntry?)*)? RBRACE
  ;

patternArgument
  : value=pattern (ASSIGN keywordValue=pattern)?
  ;

patternEntry
  : DOUBLE_STAR rest=NAME
  | key=closedPattern COLON value=pattern
  ;

// Expressions

// Without parentheses of its own, as on either side of `=`: no `:=` may stand here.
openTuple
  : first=starred (COMMA rest+=starred?)*
  ;

starred
  : STAR unpacked=operation
  | value=expression
  ;

// Within brackets, where `:=` may stand.
elements
  : first=element (COMMA rest+=element?)*
  ;

element
  : STAR unpacked=operation
  | value=expression (WALRUS walrus=expression)?
  ;

named
  : value=expression (WALRUS walrus=expression)?
  ;

expression
  : body=operation (IF test=operation ELSE otherwise=expression)?
  | LAMBDA (parameters+=lambdaParameter (COMMA parameters+=lambdaParameter?)*)? COLON
    lambda=expression
  ;

lambdaParameter
  : name=NAME (ASSIGN defaultValue=expression)?
  | STAR name=NAME?
  | DOUBLE_STAR name=NAME
  | SLASH
  ;

operation
  : operators+=(NOT | MINUS | PLUS | TILDE)* first=primary
    ( (operators+=(OR | AND | IN | IS | LESS | GREATER | EQUAL | NOT_EQUAL | LESS_EQUAL | GREATER_EQUAL
        | BAR | CARET | AMPERSAND | LEFT_SHIFT | RIGHT_SHIFT | PLUS | MINUS | STAR | SLASH
        | DOUBLE_SLASH | PERCENT | AT | DOUBLE_STAR)
      | operators+=NOT operators+=IN)
      operators+=(NOT | MINUS | PLUS | TILDE)* rest+=primary
    )*
  ;

primary
  : awaited=AWAIT?
    ( plain=(NAME | NUMBER | ELLIPSIS | NONE | TRUE | FALSE)
    | text=strings
    | group=parentheses
    | list=brackets
    | display=braces
    )
    trailers+=trailer*
  ;

trailer
  : DOT attribute=NAME
  | LPAR (arguments+=argument (COMMA arguments+=argument?)*)? RPAR
  | LSQB indices+=subscript (COMMA indices+=subscript?)* RSQB
  ;

argument
  : STAR unpacked=expression
  | DOUBLE_STAR unpacked=expression
  | value=expression (WALRUS walrus=expression | ASSIGN keywordValue=expression)?
    clauses+=comprehensionFor*
  ;

subscript
  : STAR unpacked=expression
  | lower=expression (WALRUS walrus=expression | sliced=sliceRest)?
  | sliced=sliceRest
  ;

sliceRest
  : COLON upper=expression? (COLON step=expression?)?
  ;

parentheses
  : LPAR
    ( yielded=yieldExpression
    | items+=item (clauses+=comprehensionFor+ | (COMMA items+=item?)*)
    )?
    RPAR
  ;

// `as` only belongs between the parentheses of a `with` statement.
item
  : STAR unpacked=operation
  | value=expression (WALRUS walrus=expression)? (AS as=target)?
  ;

brackets
  : LSQB (parts+=element (clauses+=comprehensionFor+ | (COMMA parts+=element?)*))? RSQB
  ;

braces
  : LBRACE (entries+=entry (clauses+=comprehensionFor+ | (COMMA entries+=entry?)*))? RBRACE
  ;

entry
  : DOUBLE_STAR mapping=operation
  | STAR unpacked=operation
  | key=expression (COLON value=expression | WALRUS walrus=expression)?
  ;

comprehensionFor
  : ASYNC? FOR variables=targets IN iterable=operation (IF conditions+=condition)*
  ;

// Python 3.8 takes a lambda here.
condition
  : value=operation
  | LAMBDA (parameters+=lambdaParameter (COMMA parameters+=lambdaParameter?)*)? COLON
    lambda=condition
  ;

targets
  : first=target (COMMA rest+=target?)*
  ;

target
  : star=STAR? value=primary
  ;

yieldExpression
  : YIELD (FROM from=expression | value=openTuple)?
  ;

strings
  : (plain+=STRING | formatted+=formattedString)+
  ;

formattedString
  : FSTRING_START (FSTRING_TEXT | fields+=formatField)* FSTRING_END
  ;

formatField
  : LBRACE value=rightSide ASSIGN? (CONVERSION conversion=NAME)?
    (FORMAT (FSTRING_TEXT | specification+=formatField)*)? RBRACE
  ;
