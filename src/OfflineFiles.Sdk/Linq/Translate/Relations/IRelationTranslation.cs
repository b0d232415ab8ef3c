namespace OfflineFiles.Sdk.Linq.Translate.Relations;

/// <summary>One kind of operand that a predicate may compare with a value.</summary>
internal interface IRelationTranslation
{
    /// <summary>Translates a relation; null when its operand is of another kind.</summary>
    PredicateTranslation? TryTranslate(PredicateTranslator translator, Relation relation);
}
