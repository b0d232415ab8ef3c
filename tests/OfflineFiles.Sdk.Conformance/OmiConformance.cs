using OfflineFiles.Sdk.Conformance.Capabilities;
using OfflineFiles.Sdk.Conformance.Worlds;

namespace OfflineFiles.Sdk.Conformance;

[TestFixture]
public sealed class OmiQueryConformance : QueryConformance<OmiWorld>;

[TestFixture]
public sealed class OmiFindConformance : FindConformance<OmiWorld>;

[TestFixture]
public sealed class OmiStateConformance : StateConformance<OmiWorld>;

[TestFixture]
public sealed class OmiPinConformance : PinConformance<OmiWorld>;

[TestFixture]
public sealed class OmiUnpinConformance : UnpinConformance<OmiWorld>;

[TestFixture]
public sealed class OmiSynchronizeConformance : SynchronizeConformance<OmiWorld>;

[TestFixture]
public sealed class OmiDeleteItemsConformance : DeleteItemsConformance<OmiWorld>;

[TestFixture]
public sealed class OmiRenameItemConformance : RenameItemConformance<OmiWorld>;

[TestFixture]
public sealed class OmiRenameItemExConformance : RenameItemExConformance<OmiWorld>;

[TestFixture]
public sealed class OmiEncryptConformance : EncryptConformance<OmiWorld>;

[TestFixture]
public sealed class OmiSuspendRootConformance : SuspendRootConformance<OmiWorld>;

[TestFixture]
public sealed class OmiTransitionOnlineConformance : TransitionOnlineConformance<OmiWorld>;

[TestFixture]
public sealed class OmiTransitionOfflineConformance : TransitionOfflineConformance<OmiWorld>;

[TestFixture]
public sealed class OmiEnableConformance : EnableConformance<OmiWorld>;

[TestFixture]
public sealed class OmiChangesConformance : ChangesConformance<OmiWorld>;

[TestFixture]
public sealed class OmiFilesConformance : FilesConformance<OmiWorld>;

[TestFixture]
public sealed class OmiSynchronousQueriesConformance : SynchronousQueriesConformance<OmiWorld>;

[TestFixture]
public sealed class OmiDisposalConformance : DisposalConformance<OmiWorld>;

[TestFixture]
public sealed class OmiLinqConformance : LinqConformance<OmiWorld>;

[TestFixture]
public sealed class OmiDeepQueryConformance : DeepQueryConformance<OmiWorld>;

[TestFixture]
public sealed class OmiRawQueryConformance : RawQueryConformance<OmiWorld>;

[TestFixture]
public sealed class OmiAssociationsConformance : AssociationsConformance<OmiWorld>;

[TestFixture]
public sealed class OmiHierarchyConformance : HierarchyConformance<OmiWorld>;

[TestFixture]
public sealed class OmiConfigurationConformance : ConfigurationConformance<OmiWorld>;

[TestFixture]
public sealed class OmiPreviewConformance : PreviewConformance<OmiWorld>;

[TestFixture]
public sealed class OmiPropertyConformance : PropertyConformance<OmiWorld>;

[TestFixture]
public sealed class OmiReportConformance : ReportConformance<OmiWorld>;

[TestFixture]
public sealed class OmiConflictConformance : ConflictConformance<OmiWorld>;

[TestFixture]
public sealed class OmiReplicaConformance : ReplicaConformance<OmiWorld>;
