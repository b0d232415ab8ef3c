namespace OfflineFiles.Sdk.Wql.Evaluation;

/// <summary>The shapes of a LIKE pattern that need no matching machine.</summary>
internal enum LikeShape
{
    /// <summary>Wildcards inside: see the segments.</summary>
    General,

    /// <summary>One text, without wildcards.</summary>
    Literal,

    /// <summary><c>text%</c></summary>
    Prefix,

    /// <summary><c>%text</c></summary>
    Suffix,

    /// <summary><c>%text%</c></summary>
    Infix,

    /// <summary>Only <c>%</c>: any text.</summary>
    Anything,

    /// <summary>A set is never closed: no text.</summary>
    Nothing,
}
