namespace OfflineFiles.Sdk.Schema;

/// <summary>The CIM types the Offline Files classes use (DMTF DSP0004).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CimTypeCode>))]
public enum CimTypeCode
{
    /// <summary>boolean.</summary>
    Boolean,

    /// <summary>uint8.</summary>
    UInt8,

    /// <summary>uint16.</summary>
    UInt16,

    /// <summary>uint32.</summary>
    UInt32,

    /// <summary>sint64.</summary>
    SInt64,

    /// <summary>string.</summary>
    String,

    /// <summary>datetime, here always a point in time.</summary>
    DateTime,

    /// <summary>An embedded instance.</summary>
    Object,

    /// <summary>A reference to an instance.</summary>
    Reference,
}
