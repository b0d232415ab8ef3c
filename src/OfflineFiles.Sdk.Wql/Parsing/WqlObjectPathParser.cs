namespace OfflineFiles.Sdk.Wql.Parsing;

/// <summary>Reads the path of a class or an instance. Its parts stand side by side, without a blank between them.</summary>
internal static class WqlObjectPathParser
{
    /// <summary>Reads as far as the path goes; null, with the error noted, if no path is ahead.</summary>
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
        if (reader.TakeName() is not { } className) return reader.Fail<WqlObjectPath>(WqlExpected.Name("a class name"), HintForHead(ref reader));
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
            if (reader.TakeName() is not { } name) return reader.Fail<WqlObjectPath>(WqlExpected.Name("the name of a key property"));
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
            return reader.Fail<WqlObjectPathKey>(WqlExpected.Value(name is null ? "the value of the key or @" : "the value of the key"), WqlHints.KeyValue);
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

/// <summary>
/// Reads the namespace before the class of an object path: <c>\\server\root\cimv2:</c> or <c>root\cimv2:</c>, also with slashes (Microsoft
/// Learn: Describing the Location of a Managed Object). It is no matter of tokens: a server may be called <c>pc-042.example.org</c>.
/// </summary>
internal static class WqlNamespaceParser
{
    /// <summary>Takes the namespace ahead with its colon; null, and nothing taken, if the token ahead is another.</summary>
    public static WqlNamespace? Take(ref WqlReader reader)
    {
        var (text, start) = (reader.Text, reader.Start);
        var end = start;
        while (end < text.Length && IsPart(text[end])) end++;
        if (end == text.Length || text[end] != ':' || Split(text.Substring(start, end - start)) is not { } found) return null;
        if (reader.HasHoleIn(start, end)) return null;
        reader.SkipTo(end + 1);
        return found;
    }

    private static WqlNamespace? Split(string prefix)
    {
        var parts = prefix.Replace('/', '\\').Split('\\');
        var hasServer = parts is ["", "", ..];
        var names = parts.Skip(hasServer ? 3 : 0).ToArray();
        return names.Length > 0 && Array.TrueForAll(names, WqlNamespace.IsName) && (!hasServer || parts[2].Length > 0)
            ? new WqlNamespace(hasServer ? parts[2] : null, string.Join("\\", names))
            : null;
    }

    private static bool IsPart(char c) => WqlCharacter.IsLetterOrDigit(c) || c is '\\' or '/' or '.' or '-' or '$';
}
