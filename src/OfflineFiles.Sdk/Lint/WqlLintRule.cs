namespace OfflineFiles.Sdk.Wql;

/// <summary>Specifies what a <see cref="WqlFinding"/> is about. The numbers are stable: they are those of <see cref="WqlFinding.Id"/>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WqlLintRule>))]
public enum WqlLintRule
{
    /// <summary>WQL001: the text is not valid WQL.</summary>
    SyntaxError = 1,

    /// <summary>WQL002: a notation that other servers and tools accept and Windows refuses; see <see cref="WqlHabitKind"/>.</summary>
    ForeignHabit = 2,

    /// <summary>
    /// WQL003: a backslash in a string that is not doubled. Windows refuses the query; in the key of an object path it takes the backslash, and
    /// this is only advice.
    /// </summary>
    UnescapedBackslash = 3,

    /// <summary>WQL004: <c>= NULL</c> or <c>&lt;&gt; NULL</c> where IS NULL or IS NOT NULL is meant.</summary>
    NullAsValue = 4,

    /// <summary>WQL005: terms side by side that repeat each other, exclude each other, or together let every row through.</summary>
    PointlessTerm = 5,

    /// <summary>WQL006: a LIKE pattern without a wildcard, which tests for equality.</summary>
    LikeWithoutWildcard = 6,

    /// <summary>WQL007: wildcards of the shell (<c>*</c>, <c>?</c>), or those of LIKE after <c>=</c>.</summary>
    ShellWildcard = 7,

    /// <summary>WQL008: a set in a LIKE pattern that is never closed, or a range written <c>[a=f]</c>.</summary>
    BrokenSet = 8,

    /// <summary>WQL010: a class that Offline Files do not have, though it is named like theirs, or an event class with a slip in its name.</summary>
    UnknownClass = 10,

    /// <summary>WQL011: a property, or a key of an object path, that the class does not have. Windows refuses the query.</summary>
    UnknownProperty = 11,

    /// <summary>WQL012: a name with dots that leads nowhere. Windows reports no error and finds nothing.</summary>
    UnknownMember = 12,

    /// <summary>WQL013: an embedded object or an array used as a value, or a value used as an object.</summary>
    NoValue = 13,

    /// <summary>WQL020: a number of an enumeration that is compared as text.</summary>
    EnumAsText = 20,

    /// <summary>WQL021: a constant that the property cannot hold.</summary>
    UnfitConstant = 21,

    /// <summary>WQL022: a number or a truth value in quotes, or a bare number for a string.</summary>
    Quoting = 22,

    /// <summary>WQL023: a date that is not in the form of CIM, or not in UTC.</summary>
    DateForm = 23,

    /// <summary>WQL024: a number that the property never holds.</summary>
    ImpossibleNumber = 24,

    /// <summary>WQL025: an operator that the property does not support.</summary>
    UnfitOperator = 25,

    /// <summary>WQL026: a constant for ItemPath or ParentItemPath that is not a UNC path in the form of the cache.</summary>
    PathForm = 26,

    /// <summary>WQL027: a negative condition that drops the rows in which the property is NULL.</summary>
    NullRowsDropped = 27,

    /// <summary>WQL030: an event query that needs WITHIN.</summary>
    MissingWithin = 30,

    /// <summary>WQL031: a polling interval so short that the server is kept busy.</summary>
    ShortWithin = 31,

    /// <summary>WQL032: an event query that does not specify the class that it watches.</summary>
    MissingTargetClass = 32,

    /// <summary>WQL033: an event query over a class that is not an event class.</summary>
    NotAnEventClass = 33,

    /// <summary>WQL040: a condition on ItemPath or ParentItemPath in a form that loses rows at the Windows provider.</summary>
    PathTermLosesRows = 40,

    /// <summary>WQL041: a condition on ParentItemPath beside ItemPath; the Windows provider uses only ItemPath.</summary>
    SecondPathTerm = 41,

    /// <summary>WQL042: a query for which the Windows provider builds every item of the cache.</summary>
    FullEnumeration = 42,

    /// <summary>WQL043: a class whose instances the Windows provider does not return.</summary>
    ClassNotEnumerated = 43,

    /// <summary>WQL044: an embedded object in the SELECT list, which may come back empty.</summary>
    ListedObject = 44,

    /// <summary>WQL045: so many terms that Windows may refuse the query.</summary>
    TooManyTerms = 45,
}
