namespace OfflineFiles.Sdk.Cim.Sessions;

/// <summary>The generic forms, where the framework has them.</summary>
internal static class EnumValues
{
#if NET
    public static string[] Names<T>()
        where T : struct, Enum => Enum.GetNames<T>();

    public static bool IsDefined<T>(T value)
        where T : struct, Enum => Enum.IsDefined(value);
#else
    public static string[] Names<T>()
        where T : struct, Enum => Enum.GetNames(typeof(T));

    public static bool IsDefined<T>(T value)
        where T : struct, Enum => Enum.IsDefined(typeof(T), value);
#endif
}
