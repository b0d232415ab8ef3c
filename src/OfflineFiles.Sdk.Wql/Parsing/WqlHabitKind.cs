namespace OfflineFiles.Sdk.Wql;

/// <summary>A way of writing that other servers and tools take, that Windows does not, and that can mean only one thing.</summary>
public enum WqlHabitKind
{
    /// <summary>A semicolon at the end of the query, as one example of the documentation has it. It is left out.</summary>
    TrailingSemicolon,

    /// <summary><c>p NOT LIKE 'x'</c> (sfcb), read as <c>NOT p LIKE 'x'</c>.</summary>
    NotLike,

    /// <summary><c>p ISNOT NULL</c>, as the table in the PowerShell help prints it, read as <c>p IS NOT NULL</c>.</summary>
    IsNotAsOneWord,

    /// <summary><c>p IS TRUE</c> or <c>p IS FALSE</c> (OpenPegasus), read as <c>p = TRUE</c>.</summary>
    IsTruth,

    /// <summary>A number with a plus sign (OMI, OpenPegasus): <c>+7</c>.</summary>
    PlusSign,

    /// <summary>A number with an exponent (OMI, OpenPegasus): <c>1e3</c>. It is a number with a fraction then.</summary>
    Exponent,

    /// <summary>A fraction without its zero (OMI, OpenPegasus): <c>.5</c>.</summary>
    LeadingPoint,

    /// <summary><c>SELECT FROM C</c> (Wine), read as <c>SELECT * FROM C</c>.</summary>
    NoSelectList,

    /// <summary><c>*</c> in a list with other names (Wine), read as <c>*</c> alone.</summary>
    StarInList,

    /// <summary>Blanks inside the braces of an object path, which .NET's own parser trims.</summary>
    BlanksInBraces,

    /// <summary><c>GROUP BY p WITHIN 5</c> instead of <c>GROUP WITHIN 5 BY p</c>.</summary>
    GroupByBeforeWithin,

    /// <summary>
    /// A property compared with another property where Windows compares it with constants only (OMI, OpenPegasus). No other way of writing it
    /// means the same, so such a query is printed as it is, and read back only leniently. See <see cref="WqlPropertyComparison"/>.
    /// </summary>
    PropertyWithProperty,
}
