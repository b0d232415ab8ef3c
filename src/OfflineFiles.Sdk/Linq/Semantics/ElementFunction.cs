using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Normalize;

namespace OfflineFiles.Sdk.Linq.Semantics;

/// <summary>Makes functions of what runs in the caller, over elements of any type: interpreted for some of them, code for many.</summary>
internal static class ElementFunction
{
    public static Func<object?, bool> Predicate(ParameterExpression element, Expression body) => OfOne<bool>(element, SemanticsRewriter.Predicate(body));

    public static Func<object?, object?> Key(ParameterExpression element, Expression body) => OfOne<object?>(element, SemanticsRewriter.Key(body));

    public static Func<object?, object?> Projection(ParameterExpression element, Expression body) => OfOne<object?>(element, SemanticsRewriter.Projection(body));

    /// <summary>Over an element and what stands beside it: an object, or its number. The lambda may leave that out.</summary>
    public static Func<object?, TBeside, TResult> OfTwo<TBeside, TResult>(IReadOnlyList<ParameterExpression> parameters, Expression body)
    {
        var lambda = Lambda<Func<object?, TBeside, TResult>>(parameters, body, Expression.Parameter(typeof(object)), Expression.Parameter(typeof(TBeside)));
        if (OnlyCode(body)) return lambda.Compile();
        var function = new TieredFunction<Func<object?, TBeside, TResult>>(lambda);
        return (element, beside) => function.Current(element, beside);
    }

    private static Func<object?, TResult> OfOne<TResult>(ParameterExpression element, Expression body)
    {
        var lambda = Lambda<Func<object?, TResult>>([element], body, Expression.Parameter(typeof(object)));
        if (OnlyCode(body)) return lambda.Compile();
        var function = new TieredFunction<Func<object?, TResult>>(lambda);
        return element => function.Current(element);
    }

    private static Expression<TFunction> Lambda<TFunction>(
        IReadOnlyList<ParameterExpression> parameters, Expression body, params ParameterExpression[] inputs)
    {
        var block = new Expression[parameters.Count + 1];
        for (var i = 0; i < parameters.Count; i++) block[i] = Expression.Assign(parameters[i], Expression.Convert(inputs[i], parameters[i].Type));
        block[parameters.Count] = body;
        return Expression.Lambda<TFunction>(Expression.Block(parameters, block), inputs);
    }

    private static bool OnlyCode(Expression body) => !TieredFunction.Pays || SpanFinder.IsIn(body);
}

/// <summary>
/// A function over elements that is interpreted for the first of them, and becomes code when there turn out to be many. Safe for several threads:
/// one of them makes the code, the others go on without it until it is there. See Decisions/0008.
/// </summary>
internal sealed class TieredFunction<TFunction>(Expression<TFunction> lambda)
    where TFunction : Delegate
{
    private readonly TFunction _interpreted = lambda.Compile(preferInterpretation: true);
    private int _asked;
    private int _isCompiling;
    private volatile TFunction? _compiled;

    /// <summary>What to call for the next element.</summary>
    public TFunction Current => _compiled ?? Next();

    // Threads that count at once may lose some elements of the count, which only makes the code come a little later.
    private TFunction Next()
    {
        if (_asked < TieredFunction.Threshold) _asked++;
        else if (Interlocked.Exchange(ref _isCompiling, 1) == 0) return _compiled = lambda.Compile();
        return _interpreted;
    }
}

/// <summary>Which functions have a second tier, and when.</summary>
internal static class TieredFunction
{
    /// <summary>After how many elements the code is made. Making it takes as long as interpreting a function of middling size for this many.</summary>
    public const int Threshold = 256;

#if NET
    /// <summary>Whether code made at run time is more than interpreted.</summary>
    public static bool Pays => System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeCompiled;
#else
    /// <summary>Whether code made at run time is more than interpreted: nothing tells, so it is tried.</summary>
    public static bool Pays => true;
#endif
}

/// <summary>Looks for spans: an interpreter keeps each value in a box, and a span fits in none.</summary>
internal sealed class SpanFinder : ExpressionVisitor
{
    private bool _found;

    private SpanFinder()
    {
    }

    public static bool IsIn(Expression body)
    {
        var finder = new SpanFinder();
        finder.Visit(body);
        return finder._found;
    }

    public override Expression? Visit(Expression? node)
    {
        if (_found || node is null) return node;
        _found = SetMembership.IsSpan(node.Type);
        return _found ? node : base.Visit(node);
    }
}
