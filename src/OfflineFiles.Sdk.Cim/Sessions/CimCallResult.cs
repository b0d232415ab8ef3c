namespace OfflineFiles.Sdk.Cim;

/// <summary>What a method answered: its return value, and its out parameters by name, ignoring case.</summary>
internal sealed class CimCallResult(uint returnValue, CimRow outParameters)
{
    public uint ReturnValue { get; } = returnValue;

    /// <summary>The return value as the HRESULT it is.</summary>
    public int Code => unchecked((int)ReturnValue);

    public CimRow OutParameters { get; } = outParameters;

    /// <summary>A call that failed with a code, as if the method had returned it.</summary>
    public static CimCallResult Failed(int code) => new(unchecked((uint)code), new CimRow("__PARAMETERS", []));
}
