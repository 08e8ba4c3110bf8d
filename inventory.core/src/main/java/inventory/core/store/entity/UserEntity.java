package inventory.core.store.entity;

import java.time.Instant;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;

/** A person or a machine that logs in. */
@Entity
@Table(name = "app_user")
public class UserEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    public Long id;

    public String username;
    public String passwordHash;
    public String firstName;
    public String lastName;
    public String email;
    public boolean isActive;
    public boolean isSuperuser;
    public boolean isPlatformAuditor;
    public Instant created;
    public Instant modified;
    public Instant lastLogin;
}
