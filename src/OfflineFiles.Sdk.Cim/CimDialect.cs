namespace OfflineFiles.Sdk.Cim;

/// <summary>Which server answers queries: they differ in what they can read and in what they answer rightly.</summary>
public enum CimDialect
{
    /// <summary>Windows Management Instrumentation and its provider of Offline Files.</summary>
    Windows = 0,

    /// <summary>
    /// Open Management Infrastructure: a NULL test is <c>= NULL</c>, a class in ISA stands bare, a query is short. What it answers otherwise than
    /// Windows, such as anything about info objects, runs in the caller; definitions of classes and associations are not asked for.
    /// </summary>
    Omi = 1,
}
