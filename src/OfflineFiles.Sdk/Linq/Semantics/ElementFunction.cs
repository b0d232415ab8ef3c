using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Deep;
using OfflineFiles.Sdk.Linq.Normalize;

namespace OfflineFiles.Sdk.Linq.Semantics;

/// <summary>Makes functions of what runs in the caller, over elements of any type: interpreted for some of them, code for many.</summary>
internal static class ElementFunction
{
    public static Func<object?, TResult> OfOne<TResult>(MeantLambda meant)
    {
        var lambda = Expression.Lambda<Func<object?, TResult>>(meant.Body, meant.Inputs);
        if (TieredFunction.OnlyTier(lambda) is { } only) return only;
        var function = new TieredFunction<Func<object?, TResult>>(lambda);
        return element => function.Current(element);
    }

    /// <summary>Over an element and what stands beside it: an object, or its number.</summary>
    public static Func<object?, TBeside, TResult> OfTwo<TBeside, TResult>(MeantLambda meant)
    {
        var lambda = Expression.Lambda<Func<object?, TBeside, TResult>>(meant.Body, meant.Inputs);
        if (TieredFunction.OnlyTier(lambda) is { } only) return only;
        var function = new TieredFunction<Func<object?, TBeside, TResult>>(lambda);
        return (element, beside) => function.Current(element, beside);
    }

    /// <summary>What makes an object of the values that its members return.</summary>
    public static Func<object?[], object?> Creation(Creation creation)
    {
        var values = Expression.Parameter(typeof(object[]));
        var typed = creation.Values.Select((value, i) => Typed(Expression.ArrayIndex(values, Expression.Constant(i)), value.Type));
        var body = Expression.Convert(creation.Make([.. typed]), typeof(object));
        var lambda = Expression.Lambda<Func<object?[], object?>>(body, values);
        if (TieredFunction.OnlyTier(lambda) is { } only) return only;
        var function = new TieredFunction<Func<object?[], object?>>(lambda);
        return made => function.Current(made);
    }

    private static Expression Typed(Expression value, Type type) => type == typeof(object) ? value : Expression.Convert(value, type);
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

    // Some hundred tests. To make code of more takes so long that interpreting them for many elements is faster.
    private const int MostParts = 4000;

#if NET
    /// <summary>Whether code made at run time is more than interpreted.</summary>
    public static bool Pays => System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeCompiled;
#else
    /// <summary>Whether code made at run time is more than interpreted: nothing tells, so it is tried.</summary>
    public static bool Pays => true;
#endif

    /// <summary>The function in the one form that it can have, made at once; null if it has two tiers.</summary>
    /// <remarks>
    /// An interpreter goes through a deep or large function step by step. Code is made of it by recursion, on a stack that nobody knows, in a time
    /// that grows faster than the function does.
    /// </remarks>
    public static TFunction? OnlyTier<TFunction>(Expression<TFunction> lambda)
        where TFunction : Delegate
    {
        var extent = ExpressionExtent.Of(lambda);
        var isLarge = extent.IsDeep || extent.Parts > MostParts || extent.Lambdas > DeepBodies.Unasked;
        if (!isLarge && Pays && !SpanFinder.IsIn(lambda)) return null;
        if (!isLarge) return lambda.Compile();
        var function = (Expression<TFunction>)DeepBodies.In(lambda, extent);
        return DeepStack.RunFor(extent.Depth, () => SpanFinder.IsIn(lambda) ? Prepared(function.Compile()) : function.Compile(preferInterpretation: true));
    }

    // Made now, on a stack that is large enough, instead of when it is first called.
    private static TFunction Prepared<TFunction>(TFunction code)
        where TFunction : Delegate
    {
        System.Runtime.CompilerServices.RuntimeHelpers.PrepareDelegate(code);
        return code;
    }
}

/// <summary>Lets lambdas that lie deep in others run: each calls the next, so that they nest on the stack as they do in the expression.</summary>
internal sealed class DeepBodies : DeepVisitor
{
    // Together they need less of a stack than a thread surely has when it is asked.
    public const int Unasked = 8;

    private static readonly System.Reflection.MethodInfo CallMethod = new Func<Func<object?>, object?>(DeepStack.Call).Method;
    private int _lambdas;

    private DeepBodies()
    {
    }

    public static Expression In(LambdaExpression lambda, ExpressionExtent extent) => extent.Lambdas > Unasked ? new DeepBodies().Visit(lambda)! : lambda;

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        _lambdas++;
        var body = Visit(node.Body)!;
        _lambdas--;
        return node.Update(_lambdas % Unasked == Unasked - 1 && body.Type != typeof(void) ? Asking(body) : body, node.Parameters);
    }

    private static UnaryExpression Asking(Expression body) =>
        Expression.Convert(Expression.Call(CallMethod, Expression.Lambda<Func<object?>>(Expression.Convert(body, typeof(object)))), body.Type);
}

/// <summary>Looks for spans: an interpreter keeps each value in a box, and a span fits in none.</summary>
internal sealed class SpanFinder : DeepVisitor
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
        _found = Spans.IsSpan(node.Type);
        return _found ? node : base.Visit(node);
    }
}
