namespace OfflineFiles.Sdk.Cim;

/// <summary>The kind of server that answers queries. Servers differ in what they can read and in what they answer correctly.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CimDialect>))]
public enum CimDialect
{
    /// <summary>Windows Management Instrumentation with the Offline Files provider of Windows.</summary>
    Windows = 0,

    /// <summary>
    /// Open Management Infrastructure. It reads short queries of SELECT over a class, with <c>= NULL</c> for a null test and a class name without
    /// quotes after ISA. A predicate that it answers differently from Windows, for example one about an info object, runs in the caller.
    /// </summary>
    Omi = 1,
}
