namespace OfflineFiles.Sdk.Cim.Sessions;

/// <summary>What a method answered: its return value, and its out parameters by name, ignoring case.</summary>
internal sealed class CimCallResult(uint returnValue, CimRow outParameters)
{
    public uint ReturnValue { get; } = returnValue;

    /// <summary>The HRESULT that the return value stands for.</summary>
    public int Code => ReturnCode.AsHResult(unchecked((int)ReturnValue));

    public CimRow OutParameters { get; } = outParameters;
}
