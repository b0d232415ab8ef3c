using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq.Semantics;

/// <summary>A value of a query as it is kept in it: an object, and the shape it has.</summary>
internal sealed record Kept(Expression Value, ElementShape Shape);

/// <summary>A sequence inside a lambda of a query: what is kept of its elements, their shape, and when there is no sequence.</summary>
/// <param name="Items">An <see cref="IEnumerable{T}"/> of objects.</param>
/// <param name="Element">The shape of the elements.</param>
/// <param name="IsNull">When the sequence itself is null; null if it never is.</param>
internal sealed record KeptSequence(Expression Items, ElementShape Element, Expression? IsNull);

/// <summary>A lambda as a query means it.</summary>
/// <param name="Inputs">What it is called with.</param>
/// <param name="Body">What it yields.</param>
/// <param name="Shape">How that is kept.</param>
/// <param name="Losses">The values in it that become a default on the way.</param>
internal sealed record MeantLambda(IReadOnlyList<ParameterExpression> Inputs, Expression Body, ElementShape Shape, IReadOnlyList<NullLoss> Losses);
