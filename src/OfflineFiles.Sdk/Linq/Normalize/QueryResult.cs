using System.Linq.Expressions;

namespace OfflineFiles.Sdk.Linq;

/// <summary>The operator that turns rows into one value, the predicate it was given, and the value it yields when there is no row.</summary>
internal sealed record QueryResult(QueryResultKind Kind, LambdaExpression? Predicate, object? Default = null);
