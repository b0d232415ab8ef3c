using OfflineFiles.Sdk.Conformance.Capabilities;
using OfflineFiles.Sdk.Conformance.Worlds;

namespace OfflineFiles.Sdk.Conformance;

[TestFixture]
public sealed class CimQueryConformance : QueryConformance<CimWorld>;

[TestFixture]
public sealed class CimFindConformance : FindConformance<CimWorld>;

[TestFixture]
public sealed class CimStateConformance : StateConformance<CimWorld>;

[TestFixture]
public sealed class CimPinConformance : PinConformance<CimWorld>;

[TestFixture]
public sealed class CimUnpinConformance : UnpinConformance<CimWorld>;

[TestFixture]
public sealed class CimSynchronizeConformance : SynchronizeConformance<CimWorld>;

[TestFixture]
public sealed class CimDeleteItemsConformance : DeleteItemsConformance<CimWorld>;

[TestFixture]
public sealed class CimRenameItemConformance : RenameItemConformance<CimWorld>;

[TestFixture]
public sealed class CimRenameItemExConformance : RenameItemExConformance<CimWorld>;

[TestFixture]
public sealed class CimEncryptConformance : EncryptConformance<CimWorld>;

[TestFixture]
public sealed class CimSuspendRootConformance : SuspendRootConformance<CimWorld>;

[TestFixture]
public sealed class CimTransitionOnlineConformance : TransitionOnlineConformance<CimWorld>;

[TestFixture]
public sealed class CimTransitionOfflineConformance : TransitionOfflineConformance<CimWorld>;

[TestFixture]
public sealed class CimEnableConformance : EnableConformance<CimWorld>;

[TestFixture]
public sealed class CimChangesConformance : ChangesConformance<CimWorld>;

[TestFixture]
public sealed class CimSubscriptionChangesConformance : ChangesConformance<CimSubscriptionWorld>;

[TestFixture]
public sealed class CimSubscriptionReplicaConformance : ReplicaConformance<CimSubscriptionWorld>;

[TestFixture]
public sealed class CimFilesConformance : FilesConformance<CimWorld>;

[TestFixture]
public sealed class CimSynchronousQueriesConformance : SynchronousQueriesConformance<CimWorld>;

[TestFixture]
public sealed class CimDisposalConformance : DisposalConformance<CimWorld>;

[TestFixture]
public sealed class CimLinqConformance : LinqConformance<CimWorld>;

[TestFixture]
public sealed class CimDeepQueryConformance : DeepQueryConformance<CimWorld>;

[TestFixture]
public sealed class CimRawQueryConformance : RawQueryConformance<CimWorld>;

[TestFixture]
public sealed class CimAssociationsConformance : AssociationsConformance<CimWorld>;

[TestFixture]
public sealed class CimHierarchyConformance : HierarchyConformance<CimWorld>;

[TestFixture]
public sealed class CimConfigurationConformance : ConfigurationConformance<CimWorld>;

[TestFixture]
public sealed class CimPreviewConformance : PreviewConformance<CimWorld>;

[TestFixture]
public sealed class CimPropertyConformance : PropertyConformance<CimWorld>;

[TestFixture]
public sealed class CimReportConformance : ReportConformance<CimWorld>;

[TestFixture]
public sealed class CimConflictConformance : ConflictConformance<CimWorld>;

[TestFixture]
public sealed class CimReplicaConformance : ReplicaConformance<CimWorld>;
