namespace OfflineFiles.Sdk.Cim;

/// <summary>Which server answers queries: they differ in what they can read and in what they answer rightly.</summary>
public enum CimDialect
{
    /// <summary>Windows Management Instrumentation and its provider of Offline Files.</summary>
    Windows = 0,

    /// <summary>Open Management Infrastructure: a NULL test is <c>= NULL</c>, a class in ISA stands bare, a query has at most 64 terms.</summary>
    Omi = 1,
}
