package inventory.core.store.entity;

import java.time.Instant;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;

/** A user's role in one organization or one team. */
@Entity
@Table(name = "role_assignment")
public class RoleAssignmentEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public long userId;
    public String role;
    public Long organizationId;
    public Long teamId;
    public Instant created;
}
