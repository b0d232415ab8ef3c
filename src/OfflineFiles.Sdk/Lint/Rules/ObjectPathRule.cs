namespace OfflineFiles.Sdk.Lint.Rules;

/// <summary>The object that an association query starts from, named by a property that is not a key of its class, or by a path that cannot be read.</summary>
internal sealed class ObjectPathRule : ILintRule
{
    public IEnumerable<WqlFinding> Check(LintSubject subject)
    {
        if (subject.Scope.Class is not { } schema) yield break;
        if (subject.Query is not WqlAssociationQuery { Source: { Kind: not WqlObjectPathKind.Class } source }) yield break;
        if (schema.IsSingleton != (source.Kind == WqlObjectPathKind.Singleton))
        {
            var form = schema.IsSingleton ? $"one instance at most: write {schema.Name}=@" : "many instances: name one by its key";
            yield return NoKey(subject, $"{schema.Name} has {form}. Windows finds no object of that path.");
            yield break;
        }

        foreach (var key in source.Keys)
        {
            if (key.Name is not null && schema.Find(key.Name) is not { IsKey: true })
            {
                var keys = string.Join(", ", schema.Properties.Where(property => property.IsKey).Select(property => property.Name));
                var advice = keys.Length == 0 ? "It comes only inside other objects." : $"Write {keys}.";
                yield return NoKey(subject, $"{key.Name} is no key of {schema.Name}. Windows refuses the path. {advice}");
            }
            else if (schema == OfflineFilesSchema.Item && key.Value is WqlStringConstant path && PathFormRule.Explain(path.Value) is { } message)
                yield return subject.Found(WqlLintRule.PathForm, WqlLintSeverity.Warning, subject.ClassPlace, message);
        }
    }

    private static WqlFinding NoKey(LintSubject subject, string message) =>
        subject.Found(WqlLintRule.UnknownProperty, WqlLintSeverity.Error, subject.ClassPlace, message);
}
