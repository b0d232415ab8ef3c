using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Text;

namespace OfflineFiles.Sdk.Linq.Semantics;

/// <summary>
/// A lambda of a query in its normal form, over elements of any type and perhaps a second value beside each. Made a function in the shape that a
/// stage needs when a run first needs it; runs that need it at once may each make their own.
/// </summary>
internal sealed class ElementLambda(IReadOnlyList<ParameterExpression> parameters, Expression body)
{
    private Func<object?, bool>? _predicate;
    private Func<object?, object?>? _key;
    private Func<object?, object?>? _projection;
    private Func<object?, int, bool>? _indexedPredicate;
    private Func<object?, int, object?>? _indexedProjection;
    private Func<object?, object?, object?>? _pair;

    public static ElementLambda Of(LambdaExpression lambda) => new(lambda.Parameters, ExpressionNormalizer.Normalize(lambda.Body));

    public IReadOnlyList<ParameterExpression> Parameters => parameters;

    public Expression Body => body;

    public ParameterExpression Element => Parameters[0];

    /// <summary>Whether an element satisfies it.</summary>
    public Func<object?, bool> Predicate => _predicate ??= ElementFunction.Predicate(Element, body);

    /// <summary>What elements are compared by: null where the value is null, although its type may have no null.</summary>
    public Func<object?, object?> Key => _key ??= ElementFunction.Key(Element, body);

    /// <summary>What it makes of an element; where that is null although its type has no null, the default of the type.</summary>
    public Func<object?, object?> Projection => _projection ??= ElementFunction.Projection(Element, body);

    /// <summary>Whether an element and its number satisfy it; the lambda may leave the number out.</summary>
    public Func<object?, int, bool> IndexedPredicate => _indexedPredicate ??= ElementFunction.OfTwo<int, bool>(parameters, SemanticsRewriter.Predicate(body));

    /// <summary>What it makes of an element and its number.</summary>
    public Func<object?, int, object?> IndexedProjection => _indexedProjection ??= ElementFunction.OfTwo<int, object?>(parameters, SemanticsRewriter.Projection(body));

    /// <summary>What it makes of two values.</summary>
    public Func<object?, object?, object?> Pair => _pair ??= ElementFunction.OfTwo<object?, object?>(parameters, SemanticsRewriter.Projection(body));

    /// <summary>The same where the element may be null: what is read of it then is null too, instead of an error.</summary>
    public ElementLambda NullSafe(int element)
    {
        var parameter = Parameters[element];
        if (!NullableTypes.HasNull(parameter.Type)) return this;
        // Only a parameter as it stands is taken for an element that is there.
        return new ElementLambda(Parameters, new NullableElement(parameter).Visit(Body));
    }

    /// <summary>The same with a parameter of its own.</summary>
    public ElementLambda OverAnotherElement()
    {
        var element = Expression.Parameter(Element.Type, Element.Name);
        return new ElementLambda([element], ParameterReplacer.Replace(Body, Element, element));
    }

    public override string ToString() => ExpressionText.OfLambda(Parameters, Body);

    private sealed class NullableElement(ParameterExpression element) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == element ? Expression.Convert(node, node.Type) : node;
    }
}
