using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using OfflineFiles.Sdk.Linq.Deep;
using OfflineFiles.Sdk.Linq.Text;

namespace OfflineFiles.Sdk.Linq.Normalize;

/// <summary>Finds the lambda that an expression calls: how predicates are composed by hand.</summary>
internal static class LambdaCall
{
    /// <summary>The lambda that is called, be it written in place, captured, or captured and compiled; null if it is a delegate.</summary>
    public static LambdaExpression? LambdaOf(Expression called, Func<Expression, Expression> visit) => called switch
    {
        LambdaExpression lambda => lambda,
        UnaryExpression { NodeType: ExpressionType.Quote, Operand: LambdaExpression lambda } => lambda,
        MethodCallExpression { Method.Name: nameof(LambdaExpression.Compile), Object: { } captured } when typeof(LambdaExpression).IsAssignableFrom(captured.Type) =>
            LambdaOf(captured, visit),
        _ when typeof(LambdaExpression).IsAssignableFrom(called.Type) => (visit(called) as ConstantExpression)?.Value as LambdaExpression,
        _ => null,
    };

    /// <summary>
    /// The call that an extension method for composing predicates stands for, such as Invoke of LINQKit: what is called comes first, its
    /// arguments follow. The same for a lambda that was compiled and called by name. Null for any other method.
    /// </summary>
    public static (Expression Called, IReadOnlyList<Expression> Arguments)? InvokedBy(MethodCallExpression call)
    {
        if (call.Method.Name != "Invoke") return null;
        if (call.Object is { } target)
            return typeof(Delegate).IsAssignableFrom(target.Type) && call.Method.DeclaringType == target.Type ? (target, call.Arguments) : null;
        return call.Arguments.Count > 0 && typeof(LambdaExpression).IsAssignableFrom(call.Arguments[0].Type)
            ? (call.Arguments[0], [.. call.Arguments.Skip(1)])
            : null;
    }

    /// <summary>Refuses to call a delegate that is null.</summary>
    /// <param name="called">What something is called on, in its normal form.</param>
    /// <param name="source">How it was written.</param>
    public static Expression CheckDelegate(Expression called, Expression source) =>
        called is ConstantExpression { Value: null } && typeof(Delegate).IsAssignableFrom(called.Type)
            ? throw new QueryTranslationException(ExpressionText.Of(source), "it is null, so there is nothing to call", "Call a delegate that a variable holds.")
            : called;

    public static QueryTranslationException Unknown(Expression called) => new(
        ExpressionText.Of(called), "it is null, or not known before the query runs", "Call a predicate that a variable holds.");
}

/// <summary>
/// The calls of lambdas around a place in an expression, while their bodies are put in their places: what each parameter stands for there. An
/// argument is normalised once, however deep the calls nest and however often its parameter is read.
/// </summary>
internal sealed class OpenCalls
{
    /// <summary>A lambda that calls itself comes to an end where its arguments let it, or never.</summary>
    private const int MostWithinItself = 100;

    // Lambdas that make lambdas never meet themselves.
    private const int MostWithinOthers = 100_000;

    private readonly Dictionary<ParameterExpression, CallArgument> _arguments = [];
    private readonly Dictionary<LambdaExpression, int> _open = [];
    private readonly CopyBudget _copies = new();
    private int _depth;

    public CallArgument? Find(ParameterExpression parameter) => _depth > 0 && _arguments.TryGetValue(parameter, out var argument) ? argument : null;

    /// <summary>The parameter is read once more.</summary>
    public void Copy(CallArgument argument) => _copies.Take(argument.Parts);

    /// <summary>The body of a lambda with what its parameters stand for; they stand for what they did before when the visit is over.</summary>
    public Expression Visit(LambdaExpression lambda, IReadOnlyList<CallArgument> arguments, Expression call, Func<Expression, Expression> visit)
    {
        _open.TryGetValue(lambda, out var times);
        if (times == MostWithinItself || _depth == MostWithinOthers)
            throw new QueryTranslationException(ExpressionText.Of(call), "it leads back to itself", "Write a predicate that does not call itself.");
        var outer = new CallArgument?[arguments.Count];
        for (var i = 0; i < outer.Length; i++)
        {
            outer[i] = _arguments.TryGetValue(lambda.Parameters[i], out var before) ? before : null;
            _arguments[lambda.Parameters[i]] = arguments[i];
        }

        _open[lambda] = times + 1;
        _depth++;
        var body = visit(lambda.Body);
        _depth--;
        _open[lambda] = times;
        for (var i = 0; i < outer.Length; i++)
        {
            if (outer[i] is { } before) _arguments[lambda.Parameters[i]] = before;
            else _arguments.Remove(lambda.Parameters[i]);
        }

        return body;
    }

    /// <summary>An expression that is not visited, as it reads with what the parameters in it stand for.</summary>
    public Expression Replace(Expression expression) => _depth == 0
        ? expression
        : ParameterReplacer.Replace(expression, parameter => Find(parameter)?.Value);
}

/// <summary>What the parameter of a lambda stands for.</summary>
/// <param name="Value">In its normal form.</param>
/// <param name="DependsOn">What it depends on, as the normaliser numbers it.</param>
/// <param name="Parts">How many parts it has.</param>
internal sealed record CallArgument(Expression Value, int DependsOn, long Parts);

/// <summary>
/// Counts what is put into an expression more than once: an argument that is read twice, in a call that is an argument that is read twice, doubles
/// with each level, and soon no machine holds what it says.
/// </summary>
internal sealed class CopyBudget
{
    public const long Most = 5_000_000;

    private long _parts;

    public void Take(long parts)
    {
        _parts += parts;
        if (_parts > Most)
            throw new QueryTranslationException(
                "a lambda of the query",
                string.Format(CultureInfo.InvariantCulture, "it has more than {0:N0} parts when what it calls is put in the place of the calls", Most),
                "Call fewer lambdas or registered methods within each other.");
    }
}

/// <summary>Puts what registered methods mean in the place of their calls, in what the operators of a query read of its rows. Immutable.</summary>
internal sealed class TranslationInliner
{
    private readonly Dictionary<MethodInfo, MethodTranslation> _translations = [];

    private TranslationInliner(IEnumerable<MethodTranslation> translations)
    {
        foreach (var translation in translations) _translations[translation.Method] = translation;
    }

    /// <summary>Null when nothing is registered.</summary>
    public static TranslationInliner? Of(IReadOnlyList<MethodTranslation> translations) =>
        translations.Count == 0 ? null : new TranslationInliner(translations);

    public Expression Inline(Expression expression) => new Visitor(_translations).Visit(expression)!;

    private sealed class Visitor(Dictionary<MethodInfo, MethodTranslation> translations) : DeepVisitor
    {
        // Null while it is being found out: then the method means itself.
        private readonly Dictionary<MethodInfo, (Expression Body, int[] Reads)?> _meanings = [];
        private readonly CopyBudget _copies = new();

        // An operator that carries the method is a call of it.
        protected override Expression VisitBinary(BinaryExpression node) =>
            node is { Method: { } method, IsLifted: false, NodeType: not (ExpressionType.AndAlso or ExpressionType.OrElse) } && translations.ContainsKey(method)
                ? Visit(Expression.Call(method, node.Left, node.Right))!
                : base.VisitBinary(node);

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            var call = base.VisitMethodCall(node);
            if (call is not MethodCallExpression { Method: var method } same || !translations.TryGetValue(method, out var translation)) return call;
            var (body, reads) = MeaningOf(method, translation, node);
            var arguments = translation.Arguments(same);
            for (var i = 0; i < reads.Length; i++)
                if (reads[i] > 1) _copies.Take((reads[i] - 1) * ExpressionExtent.Of(arguments[i], CopyBudget.Most).Parts);
            var parameters = translation.Meaning.Parameters;
            return ParameterReplacer.Replace(body, parameter => parameters.IndexOf(parameter) is >= 0 and var i ? arguments[i] : null);
        }

        // The methods that it calls are replaced by what they mean once, and not in each of its calls.
        private (Expression Body, int[] Reads) MeaningOf(MethodInfo method, MethodTranslation translation, Expression call)
        {
            if (_meanings.TryGetValue(method, out var known))
                return known ?? throw new QueryTranslationException(ExpressionText.Of(call), "it leads back to itself", "Write a predicate that does not call itself.");
            _meanings.Add(method, null);
            var (body, parameters) = (Visit(translation.Meaning.Body)!, translation.Meaning.Parameters);
            var reads = new int[parameters.Count];
            ParameterReplacer.Replace(body, parameter =>
            {
                if (parameters.IndexOf(parameter) is >= 0 and var i) reads[i]++;
                return null;
            });
            _meanings[method] = (body, reads);
            return (body, reads);
        }
    }
}

/// <summary>Puts other expressions in the place of parameters, so that several lambdas speak of one row.</summary>
internal sealed class ParameterReplacer : DeepVisitor
{
    private readonly Func<ParameterExpression, Expression?> _find;

    private ParameterReplacer(Func<ParameterExpression, Expression?> find) => _find = find;

    public static Expression Replace(Expression body, ParameterExpression from, Expression to) =>
        from == to ? body : Replace(body, parameter => parameter == from ? to : null);

    /// <param name="body">Where they are replaced.</param>
    /// <param name="find">What stands in the place of a parameter; null for one that stays.</param>
    public static Expression Replace(Expression body, Func<ParameterExpression, Expression?> find) => new ParameterReplacer(find).Visit(body)!;

    protected override Expression VisitParameter(ParameterExpression node) => _find(node) ?? node;
}
