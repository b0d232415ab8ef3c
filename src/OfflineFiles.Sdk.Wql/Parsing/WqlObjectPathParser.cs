namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>Reads the path of a class or an instance. Its parts stand side by side, without a blank between them.</summary>
internal static class WqlObjectPathParser
{
    /// <summary>Reads as far as the path goes; null, with the error noted, when there is none.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="end">What comes after the path, for the message.</param>
    public static WqlObjectPath? Parse(ref WqlReader reader, string end)
    {
        if (HasBlank(ref reader)) return FailBlank(ref reader);
        var place = WqlNamespaceParser.Take(ref reader);
        var path = ParseRelative(ref reader, end);
        return place is null ? path : path?.In(place);
    }

    /// <summary>Notes that the path should have ended.</summary>
    public static void FailAfter(ref WqlReader reader, WqlObjectPath path, string end)
    {
        if (HasBlank(ref reader)) FailBlank(ref reader);
        else reader.Fail<WqlObjectPath>(path.Kind == WqlObjectPathKind.Instance && path.Keys[0].Name is not null ? $"',' or {end}" : end);
    }

    /// <summary>Whether there is a blank before the token ahead.</summary>
    public static bool HasBlank(ref WqlReader reader) =>
        reader.PreviousEnd < reader.Start && WqlCharacter.IsBlank(reader.Text[reader.PreviousEnd]);

    private static WqlObjectPath? ParseRelative(ref WqlReader reader, string end)
    {
        if (HasBlank(ref reader)) return FailBlank(ref reader);
        if (reader.TakeName() is not { } className) return reader.Fail<WqlObjectPath>("a class name", HintForHead(ref reader));
        if (reader.IsAtEnd || reader.Kind == WqlTokenKind.CloseBrace) return new WqlObjectPath(className, WqlObjectPathKind.Class, []);
        if (HasBlank(ref reader)) return FailBlank(ref reader);
        if (reader.Take(WqlTokenKind.Dot)) return ParseKeys(ref reader, className);
        if (!reader.Take(WqlTokenKind.Equal))
            return reader.Fail<WqlObjectPath>($"'.', '=' or {end}", HintForHead(ref reader));
        if (HasBlank(ref reader)) return FailBlank(ref reader);
        if (reader.Take(WqlTokenKind.At)) return new WqlObjectPath(className, WqlObjectPathKind.Singleton, []);
        return ParseValue(ref reader, null) is { } key ? new WqlObjectPath(className, WqlObjectPathKind.Instance, [key]) : null;
    }

    private static WqlObjectPath? ParseKeys(ref WqlReader reader, string className)
    {
        var keys = new List<WqlObjectPathKey>();
        do
        {
            if (HasBlank(ref reader)) return FailBlank(ref reader);
            if (reader.TakeName() is not { } name) return reader.Fail<WqlObjectPath>("the name of a key property");
            if (HasBlank(ref reader)) return FailBlank(ref reader);
            if (!reader.Take(WqlTokenKind.Equal)) return reader.Fail<WqlObjectPath>("=");
            if (HasBlank(ref reader)) return FailBlank(ref reader);
            if (ParseValue(ref reader, name) is not { } key) return null;
            keys.Add(key);
            if (reader.Kind == WqlTokenKind.Comma && HasBlank(ref reader)) return FailBlank(ref reader);
        }
        while (reader.Take(WqlTokenKind.Comma));
        return new WqlObjectPath(className, WqlObjectPathKind.Instance, keys);
    }

    private static WqlObjectPathKey? ParseValue(ref WqlReader reader, string? name)
    {
        if (!reader.Kind.IsConstant() || reader.Kind == WqlTokenKind.Real)
            return reader.Fail<WqlObjectPathKey>(name is null ? "the value of the key or @" : "the value of the key", WqlHints.KeyValue);
        return WqlConstantParser.Parse(ref reader) is { } value ? new WqlObjectPathKey(name, value) : null;
    }

    private static string? HintForHead(ref WqlReader reader) => reader.Kind switch
    {
        WqlTokenKind.String => WqlHints.PathInQuotes,
        WqlTokenKind.UnknownCharacter when reader.Text[reader.Start] is '\\' or '/' or ':' => WqlHints.PathWithNamespace,
        _ => null,
    };

    private static WqlObjectPath? FailBlank(ref WqlReader reader) =>
        reader.FailAt<WqlObjectPath>(reader.PreviousEnd, "a blank", "the next part of the path", WqlHints.BlankInPath);
}
