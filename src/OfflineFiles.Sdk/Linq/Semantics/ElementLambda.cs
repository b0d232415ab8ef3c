using System.Linq.Expressions;
using OfflineFiles.Sdk.Linq.Normalize;
using OfflineFiles.Sdk.Linq.Text;

namespace OfflineFiles.Sdk.Linq.Semantics;

/// <summary>
/// A lambda of a query in its normal form, over elements of any type and perhaps a second value beside each. Made a function in the shape that a
/// stage needs when a run first needs it; runs that need it at once may each make their own.
/// </summary>
/// <param name="parameters">Its parameters.</param>
/// <param name="body">Its body, in the normal form.</param>
/// <param name="shapes">How what the parameters stand for is kept; null, or too few, where it is as its type says.</param>
internal sealed class ElementLambda(IReadOnlyList<ParameterExpression> parameters, Expression body, IReadOnlyList<ElementShape?>? shapes = null)
{
    private Func<object?, bool>? _predicate;
    private Func<object?, object?>? _key;
    private Func<object?, object?>? _projection;
    private Func<object?, int, bool>? _indexedPredicate;
    private Func<object?, int, object?>? _indexed;
    private Func<object?, object?, object?>? _pair;
    private MeantLambda? _kept;
    private MeantLambda? _keptPair;

    public static ElementLambda Of(LambdaExpression lambda) => new(lambda.Parameters, ExpressionNormalizer.Normalize(lambda.Body));

    public IReadOnlyList<ParameterExpression> Parameters => parameters;

    public Expression Body => body;

    public IReadOnlyList<ElementShape?> Shapes { get; } = shapes ?? [];

    public ParameterExpression Element => Parameters[0];

    /// <summary>How what it makes of an element is kept in the query.</summary>
    public ElementShape Shape => Kept.Shape;

    /// <summary>How what it makes of two values is kept in the query.</summary>
    public ElementShape PairShape => KeptPair.Shape;

    /// <summary>Whether an element satisfies it.</summary>
    public Func<object?, bool> Predicate => _predicate ??= ElementFunction.OfOne<bool>(SemanticsRewriter.Predicate(this, typeof(object)));

    /// <summary>What it makes of an element, as it is kept and compared: null where the value is null, although its type may have no null.</summary>
    public Func<object?, object?> Key => _key ??= ElementFunction.OfOne<object?>(Kept);

    /// <summary>What it makes of an element that leaves the query; where that is null although its type has no null, the default of the type.</summary>
    public Func<object?, object?> Projection => _projection ??= ElementFunction.OfOne<object?>(Leaving);

    /// <summary>Whether an element and its number satisfy it; the lambda may leave the number out.</summary>
    public Func<object?, int, bool> IndexedPredicate =>
        _indexedPredicate ??= ElementFunction.OfTwo<int, bool>(SemanticsRewriter.Predicate(this, typeof(object), typeof(int)));

    /// <summary>What it makes of an element and its number, as it is kept.</summary>
    public Func<object?, int, object?> IndexedProjection =>
        _indexed ??= ElementFunction.OfTwo<int, object?>(SemanticsRewriter.ToKeep(this, typeof(object), typeof(int)));

    /// <summary>What it makes of two values, as it is kept.</summary>
    public Func<object?, object?, object?> Pair => _pair ??= ElementFunction.OfTwo<object?, object?>(KeptPair);

    /// <summary>The values in it that become a default on the way, if what it makes stays in the query.</summary>
    public IEnumerable<NullLoss> Losses => (Parameters.Count == 1 ? Kept : KeptPair).Losses;

    /// <summary>The values in it that become a default if what it makes leaves the query.</summary>
    public IEnumerable<NullLoss> LossesOfLeaving => Leaving.Losses;

    private MeantLambda Kept => _kept ??= SemanticsRewriter.ToKeep(this, typeof(object));

    private MeantLambda KeptPair => _keptPair ??= SemanticsRewriter.ToKeep(this, typeof(object), typeof(object));

    private MeantLambda Leaving => SemanticsRewriter.Projection(this, typeof(object));

    /// <summary>The same where it is known how what a parameter stands for is kept.</summary>
    public ElementLambda With(int parameter, ElementShape shape) =>
        new(Parameters, Body, [.. Parameters.Select((_, i) => i == parameter ? shape : i < Shapes.Count ? Shapes[i] : null)]);

    /// <summary>The same of another body.</summary>
    public ElementLambda With(Expression otherBody) => new(Parameters, otherBody, Shapes);

    /// <summary>The same with a parameter of its own.</summary>
    public ElementLambda OverAnotherElement()
    {
        var element = Expression.Parameter(Element.Type, Element.Name);
        return new ElementLambda([element], ParameterReplacer.Replace(Body, Element, element), Shapes);
    }

    public override string ToString() => ExpressionText.OfLambda(Parameters, Body);
}
